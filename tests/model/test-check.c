/* What forbids saving a record, and what does not. */
#include "model/paz-check.h"
#include "model/paz-format.h"

#define ID "0190a0b0-0000-7000-8000-000000000001"

static PazRecord *
make_record (const char *kind)
{
  return paz_record_new (paz_kind_find (kind), ID, "PER", NULL);
}

/* Plain writing of any field. */
static void
set (PazRecord  *record,
     const char *key,
     const char *written)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);
  g_autoptr (GError) error = NULL;
  GVariant *value = paz_value_parse (field, written, paz_catalogue_get (PAZ_LANGUAGE_EN), &error);

  g_assert_no_error (error);
  paz_record_set_value (record, field, value);
}

static const PazProblem *
find_problem (GPtrArray  *problems,
              const char *key)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const PazProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->field->key, key))
        return problem;
    }

  return NULL;
}

static void
assert_problem (PazRecord        *record,
                const char       *key,
                PazProblemReason  reason)
{
  g_autoptr (GPtrArray) problems = paz_record_check (record);
  const PazProblem *problem = find_problem (problems, key);

  if (problem == NULL)
    g_error ("%s: nothing is said about %s", paz_record_get_kind (record)->key, key);
  g_assert_cmpint (problem->reason, ==, reason);

  for (PazLanguage in = 0; in < PAZ_N_LANGUAGES; in++)
    {
      g_autofree char *text = paz_problem_dup_text (problem, paz_catalogue_get (in));

      g_assert_cmpstr (text, !=, NULL);
      g_assert_cmpstr (text, !=, "");
    }
}

static void
assert_fine (PazRecord  *record,
             const char *key)
{
  g_autoptr (GPtrArray) problems = paz_record_check (record);
  const PazProblem *problem = find_problem (problems, key);
  g_autofree char *text = NULL;

  if (problem == NULL)
    return;

  text = paz_problem_dup_text (problem, paz_catalogue_get (PAZ_LANGUAGE_EN));
  g_error ("%s: %s: %s", paz_record_get_kind (record)->key, key, text);
}

/* A record with what identifies it, and nothing else, can be saved. */
static void
test_little_is_required (void)
{
  static const struct
  {
    const char *kind;
    const char *key;
    const char *written;
  } enough[] = {
    { "participant", "code", "PER" },
    { "membership", "standing", "signatory" },
    { "delegate", "name", "Ana Quispe" },
    { "instrument", "title", "Declaration of Lima" },
    { "provision", "code", "O.b" },
    { "meeting", "title", "Working group" },
    { "agenda_item", "title", "Opening" },
    { "attendance", "participant", ID },
    { "recommendation", "title", "Common training" },
    { "position", "participant", ID },
    { "task", "title", "Workshop" },
    { "document", "title", "Report" },
    { "mission", "acronym", "MINUSTAH" },
    { "data_set", "title", "Contributions" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (enough); i++)
    {
      g_autoptr (PazRecord) record = make_record (enough[i].kind);
      g_autoptr (GPtrArray) problems = NULL;

      assert_problem (record, enough[i].key, PAZ_PROBLEM_REQUIRED);
      set (record, enough[i].key, "?");
      assert_problem (record, enough[i].key, PAZ_PROBLEM_REQUIRED);
      set (record, enough[i].key, enough[i].written);
      problems = paz_record_check (record);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

static void
test_values (void)
{
  g_autoptr (PazRecord) record = make_record ("task");
  const PazField *due = paz_kind_find_field (paz_record_get_kind (record), "due");
  g_autoptr (GPtrArray) problems = NULL;
  const PazProblem *problem;

  paz_record_set_value (record, due, g_variant_new_string ("2024-13"));
  assert_problem (record, "due", PAZ_PROBLEM_VALUE);

  problems = paz_record_check (record);
  problem = find_problem (problems, "due");
  g_assert_cmpint (problem->code, ==, PAZ_VALUE_ERROR_DATE);
}

static void
test_order (void)
{
  static const struct
  {
    const char *kind;
    const char *first;
    const char *last;
  } pairs[] = {
    { "membership", "from", "to" },
    { "delegate", "from", "to" },
    { "meeting", "starts", "ends" },
    { "task", "start", "due" },
    { "mission", "start", "end" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (PazRecord) record = make_record (pairs[i].kind);

      set (record, pairs[i].last, "2024-05-10");
      assert_fine (record, pairs[i].last);
      set (record, pairs[i].first, "2024-05-11");
      assert_problem (record, pairs[i].last, PAZ_PROBLEM_ORDER);
      set (record, pairs[i].first, "2024-05-10");
      assert_fine (record, pairs[i].last);
    }
}

/* A partial date is refused only where no day of it would do. */
static void
test_partial_order (void)
{
  g_autoptr (PazRecord) record = make_record ("mission");

  set (record, "start", "2004-06-01");
  set (record, "end", "2004");
  assert_fine (record, "end");
  set (record, "end", "2004-06");
  assert_fine (record, "end");
  set (record, "end", "2004-05");
  assert_problem (record, "end", PAZ_PROBLEM_ORDER);
  set (record, "end", "?");
  assert_fine (record, "end");
}

static void
test_months (void)
{
  g_autoptr (PazRecord) record = make_record ("data_set");

  set (record, "first_month", "2014-03");
  set (record, "last_month", "2014-03");
  assert_fine (record, "last_month");
  set (record, "last_month", "2014-02");
  assert_problem (record, "last_month", PAZ_PROBLEM_ORDER);
  set (record, "rows", "-1");
  assert_problem (record, "rows", PAZ_PROBLEM_RULE);
}

static void
test_progress (void)
{
  g_autoptr (PazRecord) record = make_record ("task");

  set (record, "progress", "0");
  assert_fine (record, "progress");
  set (record, "progress", "100");
  assert_fine (record, "progress");
  set (record, "progress", "101");
  assert_problem (record, "progress", PAZ_PROBLEM_RULE);
  set (record, "progress", "-1");
  assert_problem (record, "progress", PAZ_PROBLEM_RULE);
  set (record, "progress", "n/a");
  assert_fine (record, "progress");
}

static void
test_position (void)
{
  g_autoptr (PazRecord) record = make_record ("position");

  set (record, "code", "sup");
  assert_problem (record, "code", PAZ_PROBLEM_RULE);
  set (record, "participant", ID);
  assert_fine (record, "code");
}

static void
try_each (PazRecord          *record,
          const char         *key,
          const char * const *written,
          gboolean            fine)
{
  for (guint i = 0; written[i] != NULL; i++)
    {
      set (record, key, written[i]);
      if (fine)
        assert_fine (record, key);
      else
        assert_problem (record, key, PAZ_PROBLEM_RULE);
    }
}

/* What looks wrong is warned of where it is typed; it never forbids saving. */
static void
try_format (PazRecord          *record,
            const char         *key,
            const char * const *written,
            gboolean            good)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);

  try_each (record, key, written, TRUE);
  for (guint i = 0; written[i] != NULL; i++)
    g_assert_cmpint (paz_format_check (field->format, written[i]) == NULL, ==, good);
}

static void
test_contact (void)
{
  static const char * const addresses[] = {
    "ana@mindef.gob.pe", "ana.quispe+paz@x.org", "josé@mindef.gob.pe", "o'higgins@emco.mil.cl", NULL
  };
  static const char * const no_addresses[] = {
    "ana", "ana@", "@mindef.gob.pe", "ana@mindef", "ana@mindef..pe", "a b@x.org", "a@b@x.org",
    "a@x.org, b@x.org", "Ana <ana@x.org>", NULL
  };
  static const char * const numbers[] = {
    "+51 1 209 8530", "(011) 4346-8800", "+55 61 3312.4000 ramal 12", "209 8530 anexo 1234", NULL
  };
  static const char * const no_numbers[] = { "call me", "12", "+", "209 8530 or so", NULL };
  g_autoptr (PazRecord) record = make_record ("delegate");

  try_format (record, "email", addresses, TRUE);
  try_format (record, "email", no_addresses, FALSE);
  try_format (record, "phone", numbers, TRUE);
  try_format (record, "phone", no_numbers, FALSE);
}

static void
test_codes (void)
{
  static const char * const any[] = { "PER", "ALCOPAZ", "UN", NULL };
  static const char * const none[] = { "P", "per", "PER-1", "ABCDEFGHIJKLM", NULL };
  static const char * const no_state[] = { "PE", "ALCOPAZ", "P3R", NULL };
  static const char * const no_iso2[] = { "pe", "PER", NULL };
  static const char * const no_m49[] = { "28", "0280", "abc", NULL };
  g_autoptr (PazRecord) record = make_record ("participant");

  try_each (record, "code", any, TRUE);
  try_each (record, "code", none, FALSE);
  try_each (record, "iso2", no_iso2, FALSE);
  try_each (record, "m49", no_m49, FALSE);
  set (record, "m49", "028");
  assert_fine (record, "m49");

  set (record, "type", "state");
  try_each (record, "code", no_state, FALSE);
  set (record, "code", "PER");
  assert_fine (record, "code");
}

static void
test_numbering (void)
{
  static const char * const numbers[] = {
    "3", "12", "3.1", "5 (a)", "4 bis", "II", "A.3", "2024/1", "7-b", "1.2.3.4", "1.", NULL
  };
  static const char * const no_numbers[] = { "-", ".1", "number three of the list", "3..1..2 #", NULL };
  g_autoptr (PazRecord) item = make_record ("agenda_item");
  g_autoptr (PazRecord) recommendation = make_record ("recommendation");

  try_each (item, "number", numbers, TRUE);
  try_each (item, "number", no_numbers, FALSE);
  try_each (recommendation, "number", numbers, TRUE);
  try_each (recommendation, "number", no_numbers, FALSE);
}

static void
test_zone (void)
{
  g_autoptr (PazRecord) record = make_record ("meeting");

  set (record, "zone", "America/Lima");
  assert_fine (record, "zone");
  set (record, "zone", "UTC");
  assert_fine (record, "zone");
  set (record, "zone", "America/Macondo");
  assert_problem (record, "zone", PAZ_PROBLEM_RULE);
  set (record, "zone", "?");
  assert_fine (record, "zone");
}

static void
test_targets (void)
{
  g_autoptr (PazRecord) record = make_record ("gender_target");

  set (record, "year", "2028");
  set (record, "category", "troops");
  set (record, "target", "15");
  set (record, "derived", "12.5");
  assert_fine (record, "year");
  assert_fine (record, "target");
  assert_fine (record, "derived");

  set (record, "year", "28");
  set (record, "target", "150");
  set (record, "derived", "-1");
  assert_problem (record, "year", PAZ_PROBLEM_RULE);
  assert_problem (record, "target", PAZ_PROBLEM_RULE);
  assert_problem (record, "derived", PAZ_PROBLEM_RULE);
}

/* An ill-formed value is reported once, as what it is; rules do not judge it a second time. */
static void
test_ill_formed_once (void)
{
  g_autoptr (PazRecord) record = make_record ("gender_target");
  const PazField *target = paz_kind_find_field (paz_record_get_kind (record), "target");
  g_autoptr (GPtrArray) problems = NULL;

  set (record, "year", "2028");
  set (record, "category", "troops");
  paz_record_set_value (record, target, g_variant_new_string ("many"));
  problems = paz_record_check (record);
  g_assert_cmpuint (problems->len, ==, 1);
  assert_problem (record, "target", PAZ_PROBLEM_VALUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/check/little-is-required", test_little_is_required);
  g_test_add_func ("/model/check/values", test_values);
  g_test_add_func ("/model/check/order", test_order);
  g_test_add_func ("/model/check/partial-order", test_partial_order);
  g_test_add_func ("/model/check/months", test_months);
  g_test_add_func ("/model/check/progress", test_progress);
  g_test_add_func ("/model/check/position", test_position);
  g_test_add_func ("/model/check/contact", test_contact);
  g_test_add_func ("/model/check/codes", test_codes);
  g_test_add_func ("/model/check/numbering", test_numbering);
  g_test_add_func ("/model/check/zone", test_zone);
  g_test_add_func ("/model/check/targets", test_targets);
  g_test_add_func ("/model/check/ill-formed-once", test_ill_formed_once);

  return g_test_run ();
}
