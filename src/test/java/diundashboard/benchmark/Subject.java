package diundashboard.benchmark;

/** What the benchmark can measure. */
@SuppressWarnings("ImmutableEnumChecker") // method references
enum Subject {
  WEBHOOK(WebhookSubject::measure),
  LIST(ListSubject::measure),
  PAGE(PageSubject::measure),
  SCALE(ScaleSubject::measure),
  BULK(BulkSubject::measure),
  EVENTS(EventSubject::measure),
  TRIAGE(TriageSubject::measure),
  START(StartSubject::measure);

  private final Measurement measurement;

  Subject(Measurement measurement) {
    this.measurement = measurement;
  }

  void measure(Testbed testbed, Table table) throws Exception {
    measurement.run(testbed, table);
  }

  @FunctionalInterface
  private interface Measurement {
    void run(Testbed testbed, Table table) throws Exception;
  }
}
