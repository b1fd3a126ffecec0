/* What looks doubtful is said and forbids nothing; what is not known gives no doubt. */
#include "model/paz-check.h"

static PazRecord *
make (const char *kind)
{
  return paz_record_new (paz_kind_find (kind), "0190a0b0-0000-7000-8000-000000000001", "PER", NULL);
}

static void
set_number (PazRecord  *record,
            const char *field,
            gint64      number)
{
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), field),
                        g_variant_new_int64 (number));
}

static void
set_text (PazRecord  *record,
          const char *field,
          const char *text)
{
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), field),
                        g_variant_new_string (text));
}

/* NULL: no doubt at the field. */
static void
assert_doubt (PazRecord  *record,
              GPtrArray  *contained,
              const char *field,
              const char *text)
{
  g_autoptr (GPtrArray) doubts = paz_record_list_doubts (record, contained);
  const char *found = NULL;

  for (guint i = 0; i < doubts->len && found == NULL; i++)
    {
      PazProblem *doubt = doubts->pdata[i];

      g_assert_cmpint (doubt->reason, ==, PAZ_PROBLEM_DOUBT);
      if (g_str_equal (doubt->field->key, field))
        found = doubt->text;
    }
  g_assert_cmpstr (found, ==, text);
}

static PazRecord *
add_part (GPtrArray *contained,
          gint64     strength)
{
  PazRecord *part = make ("contingent_part");

  set_number (part, "strength", strength);
  g_ptr_array_add (contained, part);

  return part;
}

static void
test_parts (void)
{
  g_autoptr (PazRecord) contingent = make ("contingent");
  g_autoptr (GPtrArray) contained = g_ptr_array_new_with_free_func (g_object_unref);
  PazRecord *second;

  set_number (contingent, "required_strength", 205);
  assert_doubt (contingent, NULL, "required_strength", NULL);
  add_part (contained, 130);
  second = add_part (contained, 60);
  assert_doubt (contingent, contained, "required_strength", "The parts do not reach the required strength.");
  set_number (second, "strength", 75);
  assert_doubt (contingent, contained, "required_strength", NULL);
  set_number (second, "strength", 90);
  assert_doubt (contingent, contained, "required_strength", "The parts bring more than the required strength.");

  /* A part that nobody has answered for is no zero. */
  paz_record_set_value (second, paz_kind_find_field (paz_kind_find ("contingent_part"), "strength"),
                        paz_value_new_state (PAZ_STATE_UNKNOWN));
  assert_doubt (contingent, contained, "required_strength", NULL);
  set_text (second, "status", "withdrawn");
  assert_doubt (contingent, contained, "required_strength", "The parts do not reach the required strength.");
}

static void
test_strength (void)
{
  g_autoptr (PazRecord) pledge = make ("pledge");
  g_autoptr (GPtrArray) contained = g_ptr_array_new_with_free_func (g_object_unref);
  PazRecord *line = make ("organization_line");

  g_ptr_array_add (contained, line);
  set_number (pledge, "strength", 205);
  set_number (pledge, "officers", 21);
  assert_doubt (pledge, NULL, "strength", NULL);
  set_number (pledge, "other_ranks", 180);
  assert_doubt (pledge, NULL, "strength", "Officers and other ranks do not add up to the strength.");
  set_number (pledge, "other_ranks", 184);
  assert_doubt (pledge, contained, "strength", NULL);
  set_number (line, "number", 24);
  assert_doubt (pledge, contained, "strength", "The table of organization does not add up to the strength.");
  set_number (line, "number", 205);
  assert_doubt (pledge, contained, "strength", NULL);
  set_number (pledge, "women", 26);
  set_number (line, "women", 20);
  assert_doubt (pledge, contained, "women", "The table of organization plans another number of women.");
}

static void
test_level (void)
{
  g_autoptr (PazRecord) pledge = make ("pledge");
  g_autoptr (GPtrArray) contained = g_ptr_array_new_with_free_func (g_object_unref);

  assert_doubt (pledge, NULL, "readiness", NULL);
  set_text (pledge, "readiness", "study");
  assert_doubt (pledge, NULL, "readiness", NULL);
  set_text (pledge, "readiness", "rdl");
  assert_doubt (pledge, NULL, "readiness", "Level 1 begins with a note verbale, which is not entered yet.");
  set_text (pledge, "note_verbale", "NV 112");
  assert_doubt (pledge, NULL, "readiness",
                "Level 1 needs the table of organization, major equipment and self-sustainment.");
  g_ptr_array_add (contained, make ("organization_line"));
  g_ptr_array_add (contained, make ("major_equipment_line"));
  g_ptr_array_add (contained, make ("self_sustainment_line"));
  assert_doubt (pledge, contained, "readiness", "Level 2 needs a successful Assessment and Advisory Visit.");
  set_text (pledge, "aav_result", "recommendations");
  assert_doubt (pledge, contained, "readiness", "Level 3 needs a Statement of Unit Requirement.");
  set_text (pledge, "sur", "Generic SUR");
  assert_doubt (pledge, contained, "readiness", "The Rapid Deployment Level needs a verification visit.");
  set_text (pledge, "verification_date", "2025-05-12");
  assert_doubt (pledge, contained, "readiness", NULL);
  set_number (pledge, "notice", 90);
  assert_doubt (pledge, contained, "notice", "At the Rapid Deployment Level a unit leaves within 60 days.");
  set_number (pledge, "notice", 60);
  assert_doubt (pledge, contained, "notice", NULL);
}

static void
test_saved (void)
{
  g_autoptr (PazRecord) pledge = make ("pledge");
  g_autoptr (PazTrilingual) title = paz_trilingual_new ();
  g_autoptr (GPtrArray) problems = NULL;

  paz_trilingual_set_text (title, PAZ_LANGUAGE_ES, "Compañía", "AAECAwQFBgc");
  paz_record_set_value (pledge, paz_kind_find_field (paz_kind_find ("pledge"), "title"),
                        paz_trilingual_to_value (title));
  set_text (pledge, "readiness", "rdl");
  problems = paz_record_check (pledge);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/doubts/parts", test_parts);
  g_test_add_func ("/model/doubts/strength", test_strength);
  g_test_add_func ("/model/doubts/level", test_level);
  g_test_add_func ("/model/doubts/saved", test_saved);

  return g_test_run ();
}
