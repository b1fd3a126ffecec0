/* Consensus is the absence of objection among the interested, never a count of votes. */
#include "model/paz-consensus.h"
#include "model/paz-value.h"

/* "sup res obj -": codes of interested delegations, "-" is none recorded; "(obj)" is of one that is not
 * interested, "?obj" of one that has not said. */
static PazConsensus
compute (const char *text)
{
  const PazKind *kind = paz_kind_find ("position");
  g_autoptr (GPtrArray) positions = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      PazRecord *record = paz_record_new (kind, "01a19467-e800-7111-aa6d-a6db1ae80347", "PER", NULL);
      gboolean said = *words[i] != '?';
      gboolean interested = *words[i] != '(';
      g_autofree char *code = g_strdup (words[i] + (said && interested ? 0 : 1));

      g_strdelimit (code, ")", '\0');
      if (said)
        paz_record_set_value (record, paz_kind_find_field (kind, "interested"), g_variant_new_boolean (interested));
      if (!g_str_equal (code, "-"))
        paz_record_set_value (record, paz_kind_find_field (kind, "code"), g_variant_new_string (code));
      g_ptr_array_add (positions, record);
    }

  return paz_consensus_compute (positions);
}

static void
test_states (void)
{
  g_assert_cmpint (compute (""), ==, PAZ_CONSENSUS_NOBODY);
  g_assert_cmpint (paz_consensus_compute (NULL), ==, PAZ_CONSENSUS_NOBODY);
  g_assert_cmpint (compute ("sup"), ==, PAZ_CONSENSUS_REACHED);
  g_assert_cmpint (compute ("sup cwj sup_amd"), ==, PAZ_CONSENSUS_REACHED);
  g_assert_cmpint (compute ("cwj cwj"), ==, PAZ_CONSENSUS_REACHED);
  g_assert_cmpint (compute ("sup res"), ==, PAZ_CONSENSUS_RESERVED);
  g_assert_cmpint (compute ("sup study"), ==, PAZ_CONSENSUS_OPEN);
  g_assert_cmpint (compute ("sup abs"), ==, PAZ_CONSENSUS_OPEN);
  g_assert_cmpint (compute ("sup -"), ==, PAZ_CONSENSUS_OPEN);
  g_assert_cmpint (compute ("res study"), ==, PAZ_CONSENSUS_OPEN);
  g_assert_cmpint (compute ("sup sup sup sup sup obj"), ==, PAZ_CONSENSUS_BLOCKED);
}

/* Who is not interested, or has not said so, neither blocks nor keeps open. */
static void
test_interest (void)
{
  g_assert_cmpint (compute ("(obj)"), ==, PAZ_CONSENSUS_NOBODY);
  g_assert_cmpint (compute ("sup (obj) (study)"), ==, PAZ_CONSENSUS_REACHED);
  g_assert_cmpint (compute ("sup ?obj"), ==, PAZ_CONSENSUS_REACHED);
  g_assert_cmpint (compute ("?sup"), ==, PAZ_CONSENSUS_NOBODY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consensus/states", test_states);
  g_test_add_func ("/consensus/interest", test_interest);

  return g_test_run ();
}
