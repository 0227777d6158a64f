<#-- The licences of what the application contains, as license-maven-plugin knows them: see pom.xml. -->
[
<#list dependencyMap as dependency>
<#assign artifact = dependency.getKey()>
  {"name": "${artifact.artifactId?json_string}", "version": "${artifact.version?json_string}", "licences": [<#list dependency.getValue() as licence>"${licence?json_string}"<#sep>, </#list>]}<#sep>,</#sep>
</#list>
]
