#include "paz-levels.h"

#include "base/paz-date.h"

#define MONTHS_OF_WARNING 6

static const char * const levels[] = { "study", "l1", "l2", "l3", "rdl", NULL };

guint
paz_levels_get_rank (PazRecord *pledge)
{
  const char *level = paz_record_get_text (pledge, "readiness");

  for (guint i = 0; level != NULL && levels[i] != NULL; i++)
    if (g_str_equal (levels[i], level))
      return i;

  return 0;
}

const char *
paz_levels_get_key (guint rank)
{
  return levels[MIN (rank, 4)];
}

const char *
paz_levels_say (PazEdition *edition,
                guint       rank)
{
  const PazKind *kind = paz_kind_find ("pledge");
  const PazField *field = paz_kind_find_field (kind, "readiness");

  return paz_choice_get_label (paz_field_find_choice (field, paz_levels_get_key (rank)), paz_field_get_context (field, kind),
                               edition->catalogue);
}

/* ---- evidence ---- */

static gboolean
has_text (PazRecord  *pledge,
          const char *key)
{
  return paz_record_get_text (pledge, key) != NULL;
}

static gboolean
has_lines (PazEdition *edition,
           PazRecord  *pledge,
           const char *kind)
{
  GPtrArray *lines = paz_records_list_in (edition->records, kind, paz_record_get_id (pledge));

  return lines != NULL && lines->len > 0;
}

static gboolean
has_note (PazEdition *edition, PazRecord *pledge)
{
  return has_text (pledge, "note_verbale");
}

static gboolean
has_organization (PazEdition *edition, PazRecord *pledge)
{
  return has_lines (edition, pledge, "organization_line");
}

static gboolean
has_equipment (PazEdition *edition, PazRecord *pledge)
{
  return has_lines (edition, pledge, "major_equipment_line");
}

static gboolean
has_sustainment (PazEdition *edition, PazRecord *pledge)
{
  return has_lines (edition, pledge, "self_sustainment_line");
}

static gboolean
has_visit (PazEdition *edition, PazRecord *pledge)
{
  return has_text (pledge, "aav_result") && g_strcmp0 (paz_record_get_text (pledge, "aav_result"), "not_successful") != 0;
}

static gboolean
has_requirement (PazEdition *edition, PazRecord *pledge)
{
  return has_text (pledge, "sur");
}

static gboolean
has_verification (PazEdition *edition, PazRecord *pledge)
{
  return has_text (pledge, "verification_date") &&
         g_strcmp0 (paz_record_get_text (pledge, "verification_result"), "not_successful") != 0;
}

static gboolean
has_agreement (PazEdition *edition, PazRecord *pledge)
{
  return has_text (pledge, "rdl_from");
}

static gboolean
has_notice (PazEdition *edition, PazRecord *pledge)
{
  GVariant *notice = paz_record_get_value (pledge, paz_kind_find_field (paz_record_get_kind (pledge), "notice"));

  return paz_value_get_state (notice) == PAZ_STATE_KNOWN && g_variant_get_int64 (notice) <= 60;
}

static const struct
{
  PazLack    lack;
  gboolean (*has) (PazEdition *edition, PazRecord *pledge);
} evidence[] = {
  { { 1, N_("Note verbale") }, has_note },
  { { 1, N_("Table of organization") }, has_organization },
  { { 1, N_("List of major equipment") }, has_equipment },
  { { 1, N_("List of self-sustainment") }, has_sustainment },
  { { 2, N_("Successful Assessment and Advisory Visit (AAV)") }, has_visit },
  { { 3, N_("Statement of Unit Requirement (SUR)") }, has_requirement },
  { { 4, N_("Verification visit") }, has_verification },
  { { 4, N_("Rapid deployment agreement") }, has_agreement },
  { { 4, N_("Notice to move of 60 days at most") }, has_notice },
};

GPtrArray *
paz_levels_list_lacks (PazEdition *edition,
                       PazRecord  *pledge,
                       guint       rank)
{
  GPtrArray *lacks = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (evidence); i++)
    if (evidence[i].lack.rank <= rank && !evidence[i].has (edition, pledge))
      g_ptr_array_add (lacks, (gpointer) &evidence[i].lack);

  return lacks;
}

/* ---- validity ---- */

gboolean
paz_levels_get_validity (PazEdition *edition,
                         PazRecord  *pledge,
                         int        *validity)
{
  const char *until = paz_record_get_text (pledge, "valid_until");
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (edition->created / 1000);
  GDate first, last, day;

  if (until == NULL || !paz_date_get_range (until, &first, &last))
    return FALSE;
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (moment),
                  (GDateMonth) g_date_time_get_month (moment), (GDateYear) g_date_time_get_year (moment));
  if (g_date_compare (&last, &day) < 0)
    *validity = -1;
  else
    {
      g_date_add_months (&day, MONTHS_OF_WARNING);
      *validity = g_date_compare (&last, &day) <= 0 ? 0 : 1;
    }

  return TRUE;
}
