#include "paz-edition.h"

#include "base/paz-date.h"

/* ---- words ---- */

const char *
paz_edition_say (PazEdition *self,
                 const char *msgid)
{
  return paz_catalogue_text (self->catalogue, msgid);
}

const char *
paz_edition_say_terms (PazEdition *self,
                       const char *peace,
                       const char *peacekeeping)
{
  return paz_edition_say (self, self->terms == PAZ_TERMS_PO ? peace : peacekeeping);
}

const char *
paz_edition_get_name (PazEdition *self,
                      const char *contributor)
{
  char *name = g_hash_table_lookup (self->names, contributor);

  if (name == NULL)
    {
      name = self->figures != NULL ? paz_figures_dup_contributor_name (self->figures, contributor, self->catalogue)
                                   : paz_catalogue_dup_country (self->catalogue, contributor);
      g_hash_table_insert (self->names, g_strdup (contributor), name);
    }

  return name;
}

char *
paz_edition_dup_count (PazEdition *self,
                       guint64     value)
{
  return paz_catalogue_dup_integer (self->catalogue, (gint64) value);
}

char *
paz_edition_dup_month (PazEdition *self,
                       guint16     month)
{
  const char *name = g_hash_table_lookup (self->month_names, GUINT_TO_POINTER (month));
  char iso[8];

  if (name != NULL)
    return g_strdup (name);
  name = paz_catalogue_dup_date (self->catalogue, paz_month_format (month, iso));
  g_hash_table_insert (self->month_names, GUINT_TO_POINTER (month), (gpointer) name);

  return g_strdup (name);
}

char *
paz_edition_dup_counts (PazEdition *self,
                        const char *singular,
                        const char *plural,
                        guint64     n,
                        guint64     of)
{
  g_autofree char *first = paz_edition_dup_count (self, n);
  g_autofree char *second = paz_edition_dup_count (self, of);

  return g_strdup_printf (paz_catalogue_ntext (self->catalogue, singular, plural, (gulong) n), first, second);
}

char *
paz_edition_dup_marking (PazEdition *self)
{
  g_autofree char *codes = NULL;

  switch (self->stamp.level)
    {
    case PAZ_LEVEL_PUBLIC:
      return g_strdup (paz_catalogue_ptext (self->catalogue, "marking", NC_("marking", "PUBLIC")));
    case PAZ_LEVEL_NETWORK:
      return g_strdup (paz_catalogue_ptext (self->catalogue, "marking", NC_("marking", "NETWORK – PARTICIPANTS ONLY")));
    case PAZ_LEVEL_NAMED:
      codes = self->audience->participants != NULL ? g_strjoinv (", ", self->audience->participants) : g_strdup ("–");
      return g_strdup_printf (paz_catalogue_ptext (self->catalogue, "marking", NC_("marking", "NAMED PARTICIPANTS ONLY: %s")), codes);
    case PAZ_LEVEL_NATIONAL:
      return g_strdup (paz_catalogue_ptext (self->catalogue, "marking", NC_("marking", "NATIONAL – NOT TO BE RELEASED")));
    }

  g_return_val_if_reached (NULL);
}

static char *
dup_participant_names (PazEdition        *self,
                       const PazAudience *readers)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (char **code = readers->participants; code != NULL && *code != NULL; code++)
    g_ptr_array_add (names, (gpointer) paz_edition_get_name (self, *code));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

char *
paz_edition_dup_readers (PazEdition        *self,
                         const PazAudience *readers)
{
  switch (readers->type)
    {
    case PAZ_AUDIENCE_PUBLIC:
      return g_strdup (paz_edition_say (self, N_("Anyone")));
    case PAZ_AUDIENCE_NETWORK:
      return g_strdup (paz_edition_say (self, N_("All participants of the network")));
    case PAZ_AUDIENCE_PARTICIPANTS:
      return dup_participant_names (self, readers);
    case PAZ_AUDIENCE_OWN:
      return g_strdup (paz_edition_say (self, N_("The delegation’s own use; not to be passed on")));
    }

  g_return_val_if_reached (NULL);
}

char *
paz_edition_dup_audience (PazEdition *self)
{
  return paz_edition_dup_readers (self, self->audience);
}

/* ---- what may be seen, and what is covered ---- */

static gboolean
is_world (PazEdition *self,
          guint       set)
{
  PazRecord *record = g_ptr_array_index (paz_figures_get_data_sets (self->figures), set);

  return g_strcmp0 (paz_record_get_text (record, "scope"), "world") == 0;
}

PazClearance
paz_edition_get_stamp (PazEdition *self,
                       guint16     from,
                       guint16     to)
{
  PazFactTable *facts = paz_figures_get_facts (self->figures);
  const guint16 *months = paz_fact_table_get_months (facts);
  const guint16 *sets = paz_fact_table_get_sets (facts);
  guint32 n = paz_fact_table_get_n_rows (facts);
  PazClearance stamp = paz_clearance_public ();
  int last = -1;

  for (guint32 i = 0; i < n; i++)
    if (months[i] >= from && months[i] <= to && sets[i] != last)
      {
        last = sets[i];
        stamp = paz_clearance_join (stamp, g_array_index (self->stamps, PazClearance, last));
      }

  return stamp;
}

gboolean
paz_edition_covers_world (PazEdition *self,
                          guint16     month)
{
  return g_hash_table_contains (self->world, GUINT_TO_POINTER (month));
}

gboolean
paz_edition_tells_sexes (PazEdition *self,
                         guint16     month)
{
  return !g_hash_table_contains (self->together, GUINT_TO_POINTER (month));
}

guint
paz_edition_get_n_states (PazEdition *self)
{
  return self->states->len;
}

GPtrArray *
paz_edition_get_states (PazEdition *self)
{
  return self->states;
}

void
paz_edition_report (PazEdition *self,
                    double      fraction)
{
  if (self->progress != NULL)
    self->progress (fraction, self->progress_data);
}

/* ---- making one ---- */

/* Those of the records this audience may see. */
static GPtrArray *
list_passing (PazEdition *self,
              GPtrArray  *records)
{
  GPtrArray *passing = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    if (paz_clearance_ask (records->pdata[i], self->audience).passed)
      g_ptr_array_add (passing, g_object_ref (records->pdata[i]));

  return passing;
}

/* What lends a name, a base or a target is content too. */
static void
join_records (PazEdition *self,
              GPtrArray  *records)
{
  for (guint i = 0; i < records->len; i++)
    self->stamp = paz_clearance_join (self->stamp, paz_clearance_ask (records->pdata[i], self->audience));
}

static void
join_missions (PazEdition *self)
{
  PazFactTable *facts = paz_figures_get_facts (self->figures);
  g_autoptr (GPtrArray) missions = list_passing (self, paz_figures_get_missions (self->figures));

  for (guint i = missions->len; i > 0; i--)
    {
      const char *acronym = paz_record_get_text (missions->pdata[i - 1], "acronym");

      if (acronym == NULL || paz_fact_table_find_key (facts, PAZ_DIMENSION_MISSION, acronym) < 0)
        g_ptr_array_remove_index (missions, i - 1);
    }
  join_records (self, missions);
}

static const char *
get_name (PazEdition *self,
          PazRecord  *participant)
{
  const char *name = paz_record_get_words (participant, "name", paz_catalogue_get_language (self->catalogue));

  return name != NULL ? name : "";
}

static int
compare_states_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  PazEdition *self = data;
  const char *one = paz_record_get_text (*(PazRecord * const *) a, "code");
  const char *other = paz_record_get_text (*(PazRecord * const *) b, "code");

  return paz_catalogue_compare (self->catalogue, paz_edition_get_name (self, one), paz_edition_get_name (self, other));
}

static void
take_states (PazEdition *self,
             GPtrArray  *participants)
{
  self->states = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < participants->len; i++)
    {
      PazRecord *record = g_ptr_array_index (participants, i);
      const char *code = paz_record_get_text (record, "code");

      if (code == NULL || g_strcmp0 (paz_record_get_text (record, "type"), "state") != 0)
        continue;
      g_hash_table_insert (self->names, g_strdup (code), g_strdup (get_name (self, record)));
      g_ptr_array_add (self->states, g_object_ref (record));
    }
  g_ptr_array_sort_with_data (self->states, compare_states_cb, self);
}

static void
find_delegation (PazEdition             *self,
                 const PazReportOptions *options,
                 GPtrArray              *participants)
{
  self->paper = PAZ_PAPER_A4;
  take_states (self, participants);
  join_records (self, self->states);
  for (guint i = 0; i < participants->len; i++)
    {
      PazRecord *record = participants->pdata[i];

      if (*self->code == '\0' || g_strcmp0 (paz_record_get_text (record, "code"), self->code) != 0)
        continue;
      self->stamp = paz_clearance_join (self->stamp, paz_clearance_ask (record, self->audience));
      self->delegation = g_strdup (get_name (self, record));
      if (g_strcmp0 (paz_record_get_text (record, "paper"), "letter") == 0)
        self->paper = PAZ_PAPER_LETTER;
    }
  if (options->has_paper)
    self->paper = options->paper;
  if (self->delegation == NULL)
    self->delegation = *self->code != '\0' ? paz_catalogue_dup_country (self->catalogue, self->code) : g_strdup ("RELACOPAZ");
}

static void
take_targets (PazEdition *self)
{
  self->targets = list_passing (self, paz_figures_get_targets (self->figures));
  join_records (self, self->targets);
}

static void
stamp_data_sets (PazEdition *self)
{
  GPtrArray *sets = paz_figures_get_data_sets (self->figures);

  self->stamps = g_array_new (FALSE, TRUE, sizeof (PazClearance));
  for (guint i = 0; i < sets->len; i++)
    {
      PazClearance stamp = paz_clearance_ask (sets->pdata[i], self->audience);

      g_array_append_val (self->stamps, stamp);
    }
}

/* Nothing to see: is there nothing, or nothing for this audience? */
static void
set_empty_error (PazStore      *of,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (PazStore) store = paz_store_hold_moment (of, NULL);
  g_autoptr (PazFactTable) all = store != NULL ? paz_store_load_facts (store, NULL, NULL, cancellable, NULL) : NULL;
  gboolean withheld = all != NULL && paz_fact_table_get_n_rows (all) > 0;

  g_set_error_literal (error, PAZ_REPORT_ERROR, withheld ? PAZ_REPORT_ERROR_WITHHELD : PAZ_REPORT_ERROR_NO_DATA,
                       withheld ? "no figures this audience may see" : "no figures");
}

static gboolean
choose_months (PazEdition              *self,
               PazStore                *store,
               const PazReportOptions  *options,
               GCancellable            *cancellable,
               GError                 **error)
{
  guint n;
  const guint16 *months = paz_figures_get_months (self->figures, &n);
  gboolean found = FALSE;

  if (n == 0)
    {
      set_empty_error (store, cancellable, error);
      return FALSE;
    }
  self->month = options->at != 0 ? options->at : months[n - 1];
  for (guint i = 0; i < n; i++)
    found = found || months[i] == self->month;
  if (!found)
    {
      g_set_error_literal (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_MONTH, "no figures for the month");
      return FALSE;
    }
  self->from = MAX (options->from, months[0]);
  self->to = options->to != 0 ? MIN (options->to, months[n - 1]) : months[n - 1];
  if (self->from > self->to)
    self->from = self->to = self->month;

  return TRUE;
}

/* A data set of all types covers a month's world, whatever stands over a part of it. One of some
 * types does so only beside others that cover the world too. */
static void
index_set (PazEdition *self,
           guint16     month,
           guint       set,
           GHashTable *parts)
{
  gpointer key = GUINT_TO_POINTER (month);
  PazRecord *record = g_ptr_array_index (paz_figures_get_data_sets (self->figures), set);
  gboolean whole = g_strcmp0 (paz_record_get_text (record, "types"), "held") != 0;

  if (is_world (self, set) && (whole || !g_hash_table_contains (parts, key)))
    g_hash_table_add (self->world, key);
  if (is_world (self, set) && whole)
    g_hash_table_insert (parts, key, GUINT_TO_POINTER (2));
  else if (!is_world (self, set) && GPOINTER_TO_UINT (g_hash_table_lookup (parts, key)) != 2)
    {
      g_hash_table_insert (parts, key, GUINT_TO_POINTER (1));
      g_hash_table_remove (self->world, key);
    }
  if (g_strcmp0 (paz_record_get_text (record, "sexes"), "together") == 0)
    g_hash_table_add (self->together, key);
}

/* One pass over the facts: which data sets speak in the report, and where they speak for the
 * world. */
static void
index_sets (PazEdition *self)
{
  PazFactTable *facts = paz_figures_get_facts (self->figures);
  const guint16 *months = paz_fact_table_get_months (facts);
  const guint16 *sets = paz_fact_table_get_sets (facts);
  guint32 n = paz_fact_table_get_n_rows (facts);
  g_autoptr (GHashTable) parts = g_hash_table_new (NULL, NULL);

  self->used = g_new0 (gboolean, paz_figures_get_data_sets (self->figures)->len);
  self->world = g_hash_table_new (NULL, NULL);
  self->together = g_hash_table_new (NULL, NULL);
  for (guint32 i = 0; i < n; i++)
    {
      if (i > 0 && months[i] == months[i - 1] && sets[i] == sets[i - 1])
        continue;
      index_set (self, months[i], sets[i], parts);
      if ((months[i] >= self->from && months[i] <= self->to) || months[i] == self->month)
        self->used[sets[i]] = TRUE;
    }
}

static gboolean
pass_gate (PazEdition  *self,
           GError     **error)
{
  stamp_data_sets (self);
  index_sets (self);
  self->month_stamp = paz_edition_get_stamp (self, self->month, self->month);
  self->stamp = paz_clearance_join (self->month_stamp, paz_edition_get_stamp (self, self->from, self->to));
  if (!self->stamp.passed)
    g_set_error_literal (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WITHHELD, "figures this audience may not see");

  return self->stamp.passed;
}

static PazEdition *
begin_edition (PazStore               *store,
               const PazReportOptions *options)
{
  PazEdition *self = g_new0 (PazEdition, 1);

  self->catalogue = paz_catalogue_ref (paz_catalogue_get (options->language));
  self->audience = options->audience != NULL ? paz_audience_copy (options->audience) : paz_audience_parse ("public");
  self->terms = options->terms;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->month_names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->code = g_strdup (options->participant != NULL ? options->participant : paz_store_get_participant (store));
  self->closed = g_hash_table_new (NULL, NULL);
  self->numbered = g_string_chunk_new (1024);
  self->created = options->created != 0 ? options->created : g_get_real_time () / 1000;

  return self;
}

PazEdition *
paz_edition_new_of (PazFigures              *figures,
                    PazStore                *store,
                    const PazReportOptions  *options,
                    gboolean                 with_targets,
                    GCancellable            *cancellable,
                    GError                 **error)
{
  g_autoptr (PazEdition) self = begin_edition (store, options);
  g_autoptr (GPtrArray) participants = NULL;

  self->figures = paz_figures_ref (figures);
  if (!choose_months (self, store, options, cancellable, error) ||
      !pass_gate (self, error))
    return NULL;
  participants = list_passing (self, paz_figures_get_participants (self->figures));
  find_delegation (self, options, participants);
  join_missions (self);
  if (with_targets)
    take_targets (self);

  return g_steal_pointer (&self);
}

PazEdition *
paz_edition_new (PazStore                *store,
                 const PazReportOptions  *options,
                 gboolean                 with_targets,
                 GCancellable            *cancellable,
                 GError                 **error)
{
  g_autoptr (PazAudience) audience = options->audience != NULL ? paz_audience_copy (options->audience) : paz_audience_parse ("public");
  g_autoptr (PazFigures) figures = paz_figures_get (store, audience, cancellable, error);

  return figures != NULL ? paz_edition_new_of (figures, store, options, with_targets, cancellable, error) : NULL;
}

gboolean
paz_edition_add_records (PazEdition  *self,
                         PazStore    *store,
                         GError     **error)
{
  self->records = paz_records_new (store, self->audience, self->catalogue, error);

  return self->records != NULL;
}

PazEdition *
paz_edition_new_records (PazStore                *store,
                         const PazReportOptions  *options,
                         GError                 **error)
{
  g_autoptr (PazEdition) self = begin_edition (store, options);
  GPtrArray *participants;

  self->stamp = paz_clearance_public ();
  participants = paz_edition_add_records (self, store, error) ? paz_records_list (self->records, "participant", error) : NULL;
  if (participants == NULL)
    return NULL;
  find_delegation (self, options, participants);

  return g_steal_pointer (&self);
}

void
paz_edition_free (PazEdition *self)
{
  g_clear_pointer (&self->profile, paz_profile_free);
  g_clear_pointer (&self->records, paz_records_free);
  g_clear_pointer (&self->figures, paz_figures_unref);
  g_clear_pointer (&self->catalogue, paz_catalogue_unref);
  g_clear_pointer (&self->audience, paz_audience_free);
  g_clear_pointer (&self->examined, paz_audience_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->month_names, g_hash_table_unref);
  g_clear_pointer (&self->stamps, g_array_unref);
  g_clear_pointer (&self->world, g_hash_table_unref);
  g_clear_pointer (&self->together, g_hash_table_unref);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->serving, g_hash_table_unref);
  g_clear_pointer (&self->closed, g_hash_table_unref);
  g_clear_pointer (&self->numbered, g_string_chunk_free);
  g_free (self->used);
  g_free (self->code);
  g_free (self->delegation);
  g_free (self);
}
