package diundashboard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import diundashboard.access.signin.OidcClientSettings;
import diundashboard.access.signin.PasswordAuthenticator;
import diundashboard.access.signin.SettingsVersions;
import diundashboard.channels.messages.GotifySender;
import diundashboard.channels.messages.NtfySender;
import diundashboard.channels.messages.WebhookSender;
import diundashboard.platform.config.HttpSettings;
import diundashboard.platform.config.Secret;
import diundashboard.platform.http.PublicUrl;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Public;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.TransactionAttribute;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the layers (resource, service, DAO, database) and the dependencies between packages. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("diundashboard");

  private static final ArchCondition<JavaMethod> DECLARE_A_ROLE =
      new ArchCondition<>("be annotated with @RequiresRole or @Public, or their class") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
          var isDeclared =
              Stream.of(RequiresRole.class, Public.class)
                  .anyMatch(
                      annotation ->
                          method.isAnnotatedWith(annotation)
                              || method.getOwner().isAnnotatedWith(annotation));
          events.add(
              new SimpleConditionEvent(
                  method, isDeclared, "No role declared for " + method.getFullName()));
        }
      };

  /** Nested classes belong to the file of their outermost class. */
  private static final SliceAssignment FILES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return type.getEnclosingClass()
              .map(this::getIdentifierOf)
              .orElseGet(() -> SliceIdentifier.of(type.getName()));
        }

        @Override
        public String getDescription() {
          return "files";
        }
      };

  private static final DescribedPredicate<JavaClass> FEATURES =
      resideInAPackage("diundashboard..")
          .and(not(resideInAPackage("diundashboard.platform..")))
          .as("features");

  private static final DescribedPredicate<JavaClass> HTTP =
      resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..").as("HTTP");

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("diundashboard.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void subpackagesAreFreeOfCycles() {
    slices().matching("diundashboard.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void filesAreFreeOfCycles() {
    slices().assignedFrom(FILES).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void platformKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAPackage("diundashboard.platform..")
        .should()
        .dependOnClassesThat(FEATURES)
        .check(CLASSES);
  }

  /** Only RestApplication, in the root package, lists their resources. */
  @Test
  void noFeatureKnowsTheGoApiOrTheIntake() {
    for (var feature : List.of("goapi", "intake")) {
      noClasses()
          .that()
          .resideInAPackage("diundashboard.*..")
          .and()
          .resideOutsideOfPackage("diundashboard." + feature + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("diundashboard." + feature + "..")
          .check(CLASSES);
    }
  }

  /** Services write the log after the tables of images, see ADR 6. */
  @Test
  void imagesDoNotKnowTheActivityLog() {
    noClasses()
        .that()
        .resideInAPackage("diundashboard.images..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("diundashboard.activity..")
        .check(CLASSES);
  }

  @Test
  void onlyTheEdgeKnowsHttp() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .and()
        .haveSimpleNameNotEndingWith("Parameters")
        .and()
        .haveSimpleNameNotEndingWith("Application")
        .and()
        .haveSimpleNameNotEndingWith("Filter")
        .and()
        .haveSimpleNameNotEndingWith("Servlet")
        .and()
        .haveSimpleNameNotEndingWith("Exception") // see exceptionsKnowOnlyTheStatusOfHttp
        .and()
        .resideOutsideOfPackages(
            "diundashboard.platform.problem",
            "diundashboard.platform.json",
            "diundashboard.platform.http",
            "diundashboard.access.signin")
        .should()
        .dependOnClassesThat(HTTP)
        .check(CLASSES);
  }

  @Test
  void exceptionsKnowOnlyTheStatusOfHttp() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Exception")
        .and()
        .resideOutsideOfPackage("diundashboard.platform.problem")
        .should()
        .dependOnClassesThat(HTTP.and(not(type(Status.class))))
        .check(CLASSES);
  }

  /** Absolute URLs depend on the settings and on trusted proxies. */
  @Test
  void onlyPublicUrlKnowsTheUrlOfTheApplication() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(PublicUrl.class.getName())
        .and()
        .resideOutsideOfPackage("diundashboard.platform.config")
        .should()
        .callMethod(HttpSettings.class, "url")
        .orShould()
        .callMethodWhere(
            target(
                    nameMatching(
                        "get(RequestURL|ServerName|ServerPort|BaseUri.*|AbsolutePath.*)|sendRedirect"))
                .and(target(owner(HTTP))))
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

  /** The annotation of a subclass does not apply to inherited methods. */
  @Test
  void classesWithATimeoutMethodSayWhetherItHasATransaction() {
    methods()
        .that()
        .areAnnotatedWith(Timeout.class)
        .should()
        .beDeclaredInClassesThat()
        .areAnnotatedWith(TransactionAttribute.class)
        .check(CLASSES);
  }

  /** WildFly and Payara reject calls of other methods. */
  @Test
  void methodsOfServicesArePublicOrPrivate() {
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
  void everyEndpointDeclaresARole() {
    methods().that().areMetaAnnotatedWith(HttpMethod.class).should(DECLARE_A_ROLE).check(CLASSES);
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
  void everyServiceMethodDeclaresARole() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Stateless.class)
        .and()
        .arePublic()
        .should(DECLARE_A_ROLE)
        .check(CLASSES);
  }

  /** Other classes compare secrets with {@link Secret#matches}, which takes constant time. */
  @Test
  void onlyTheirConsumersReadSecrets() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(
            Secret.class,
            OidcClientSettings.class,
            PasswordAuthenticator.class,
            SettingsVersions.class,
            NtfySender.class,
            GotifySender.class,
            WebhookSender.class)
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
}
