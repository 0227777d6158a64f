package diundashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import diundashboard.access.signin.OidcClientSettings;
import diundashboard.access.signin.PasswordAuthenticator;
import diundashboard.platform.config.Secret;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Public;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The layers: resource, service, DAO, database. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("diundashboard");

  private static final ArchCondition<JavaMethod> BE_DECIDED =
      new ArchCondition<>("be annotated with @Needs or @NeedsNoRole, or their class") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
          var isDecided =
              Stream.of(RequiresRole.class, Public.class)
                  .anyMatch(
                      decision ->
                          method.isAnnotatedWith(decision)
                              || method.getOwner().isAnnotatedWith(decision));
          events.add(
              new SimpleConditionEvent(
                  method, isDecided, "Who may call " + method.getFullName() + "?"));
        }
      };

  @Test
  void onlyTheEdgeKnowsHttp() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .and()
        .haveSimpleNameNotEndingWith("Application")
        .and()
        .haveSimpleNameNotEndingWith("Filter")
        .and()
        .haveSimpleNameNotEndingWith("Servlet")
        .and()
        .haveSimpleNameNotEndingWith("Exception") // their status is a constant of JAX-RS
        .and()
        .resideOutsideOfPackages(
            "diundashboard.platform.problem",
            "diundashboard.platform.json",
            "diundashboard.platform.http",
            "diundashboard.access.signin")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..")
        .check(CLASSES);
  }

  @Test
  void onlyDaosKnowSql() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Dao")
        .and()
        .resideOutsideOfPackage("diundashboard.platform.database")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql", "javax.sql")
        .check(CLASSES);
  }

  @Test
  void onlySettingsReadConfiguration() {
    noClasses()
        .that()
        .resideOutsideOfPackage("diundashboard.platform.config")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.microprofile.config..")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .check(CLASSES);
  }

  @Test
  void resourcesGoThroughServices() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Dao")
        .check(CLASSES);
  }

  @Test
  void servicesAreStatelessAndKnowNoResponse() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Service")
        .should()
        .beAnnotatedWith(Stateless.class)
        .check(CLASSES);
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Stateless.class)
        .should()
        .haveRawReturnType(Response.class)
        .check(CLASSES);
  }

  /** WildFly and Payara refuse to call others. */
  @Test
  void whatServicesOfferIsPublic() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Stateless.class)
        .should()
        .bePublic()
        .orShould()
        .bePrivate()
        .check(CLASSES);
  }

  @Test
  void everyEndpointHasADecidedRole() {
    methods().that().areMetaAnnotatedWith(HttpMethod.class).should(BE_DECIDED).check(CLASSES);
    classes()
        .that()
        .areAssignableTo(HttpServlet.class)
        .and()
        .areNotAnnotatedWith(Public.class)
        .should()
        .callMethod(CurrentCaller.class, "require", Role.class)
        .check(CLASSES);
  }

  @Test
  void everyServiceHasADecidedRoleForAllThatItOffers() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Stateless.class)
        .and()
        .arePublic()
        .should(BE_DECIDED)
        .check(CLASSES);
  }

  /** What is secret is compared by {@link Secret#matches}, whose time tells nothing. */
  @Test
  void secretsAreShownToThoseOnlyWhoHandThemOn() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Secret.class, OidcClientSettings.class, PasswordAuthenticator.class)
        .should()
        .callMethod(Secret.class, "value")
        .check(CLASSES);
  }

  @Test
  void thereIsNoJpa() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.persistence..")
        .check(CLASSES);
  }

  @Test
  void featuresFormNoCycle() {
    slices().matching("diundashboard.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
