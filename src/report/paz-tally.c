#include "paz-tally.h"

/* Columns of a group at most. */
#define MAX_COLUMNS 12

typedef struct
{
  const PazChoice *choice;
  PazRecord       *participant;         /* lent */
  char            *name;                /* NULL: of records that do not say */
  gint64           sums[MAX_COLUMNS];
  guint            told[MAX_COLUMNS];   /* records that say it */
  PazClearance     stamp;
} Group;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_free (self->name);
  g_free (self);
}

static const PazField *
get_field (const PazTally *self)
{
  return paz_kind_find_field (paz_kind_find (self->kind), self->field);
}

static gboolean
is_link (const PazTally *self)
{
  return get_field (self)->type == PAZ_VALUE_LINK;
}

static guint
count_names (const PazTally *self)
{
  return is_link (self) ? 2 : 1;
}

/* ---- groups ---- */

static void
name_group (const PazTally *self,
            PazEdition     *edition,
            Group          *group)
{
  const PazField *field = get_field (self);

  if (group->participant != NULL)
    group->name = paz_records_dup_title (edition->records, paz_record_get_id (group->participant));
  else if (group->choice != NULL)
    group->name = g_strdup (paz_choice_get_label (group->choice, paz_field_get_context (field, paz_kind_find (self->kind)),
                                                  edition->catalogue));
}

static Group *
find_group (const PazTally *self,
            PazEdition     *edition,
            GPtrArray      *groups,
            PazRecord      *record)
{
  const char *value = paz_record_get_text (record, self->field);
  PazRecord *participant = value != NULL && is_link (self) ? paz_records_find (edition->records, value) : NULL;
  const PazChoice *choice = value != NULL && !is_link (self) ? paz_field_find_choice (get_field (self), value) : NULL;
  Group *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (group->participant == participant && group->choice == choice)
        return group;
    }
  group = g_new0 (Group, 1);
  group->participant = participant;
  group->choice = choice;
  group->stamp = paz_clearance_public ();
  name_group (self, edition, group);
  g_ptr_array_add (groups, group);

  return group;
}

static void
add_record (const PazTally *self,
            PazEdition     *edition,
            Group          *group,
            PazRecord      *record)
{
  group->stamp = paz_clearance_join (group->stamp, paz_records_get_stamp (edition->records, record));
  for (guint i = 0; i < self->n_columns; i++)
    {
      const PazTallyColumn *column = &self->columns[i];
      gint64 value = 1;

      if (column->part != NULL || (column->count != NULL && !column->count (edition, record, &value)))
        continue;
      group->sums[i] += MAX (0, value);
      group->told[i]++;
    }
}

/* Choices as they are declared, participants by name; what is not said stands last. */
static int
compare_groups_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      catalogue)
{
  const Group *one = *(const Group * const *) a;
  const Group *other = *(const Group * const *) b;

  if (one->name == NULL || other->name == NULL)
    return (one->name == NULL) - (other->name == NULL);
  if (one->choice != NULL && other->choice != NULL)
    return one->choice < other->choice ? -1 : one->choice > other->choice;

  return paz_catalogue_compare (catalogue, one->name, other->name);
}

static GPtrArray *
list_groups (const PazTally *self,
             PazEdition     *edition)
{
  GPtrArray *records = paz_records_list (edition->records, self->kind, NULL);
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < records->len; i++)
    if (self->wanted == NULL || self->wanted (edition, records->pdata[i]))
      add_record (self, edition, find_group (self, edition, groups, records->pdata[i]), records->pdata[i]);
  g_ptr_array_sort_with_data (groups, compare_groups_cb, edition->catalogue);

  return groups;
}

guint
paz_tally_count (const PazTally *self,
                 PazEdition     *edition)
{
  g_autoptr (GPtrArray) groups = list_groups (self, edition);

  return groups->len;
}

/* ---- the sheet ---- */

PazSheet *
paz_tally_declare (const PazTally *self,
                   PazEdition     *edition,
                   PazWorkbook    *workbook)
{
  const PazKind *kind = paz_kind_find (self->kind);
  const PazField *field = get_field (self);
  PazColumn columns[MAX_COLUMNS + 2] = {
    { field->key, paz_catalogue_ptext (edition->catalogue, paz_field_get_context (field, kind), field->label), PAZ_COLUMN_WORDS },
  };
  guint n = count_names (self);
  g_autofree char *marking = paz_edition_dup_marking (edition);
  PazSheetSpec spec = {
    .name = paz_sheets_say_name (edition, &self->words),
    .title = paz_sheets_say_title (edition, &self->words), .subtitle = marking,
    .table = paz_sheets_say_table (edition, &self->words), .columns = columns, .n_frozen = self->words.n_frozen,
  };

  g_return_val_if_fail (self->n_columns <= MAX_COLUMNS, NULL);

  if (is_link (self))
    columns[1] = (PazColumn) { "code", paz_sheets_say_column (edition, NC_("column", "Code")), PAZ_COLUMN_CODE };
  else
    columns[0].type = PAZ_COLUMN_NOTE;
  for (guint i = 0; i < self->n_columns; i++)
    columns[n++] = (PazColumn) {
      self->columns[i].key, paz_sheets_say_column (edition, self->columns[i].header),
      self->columns[i].part != NULL ? PAZ_COLUMN_SHARE : PAZ_COLUMN_COUNT,
    };
  spec.n_columns = n;

  return paz_sheet_new (workbook, &spec, edition->stamp);
}

static guint
find_column (const PazTally *self,
             const char     *key)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i].key, key))
      return i;

  g_return_val_if_reached (0);
}

static void
put_names (const PazTally *self,
           PazEdition     *edition,
           PazSheet       *sheet,
           const Group    *group)
{
  paz_sheet_put_text (sheet, group->name != NULL ? group->name : paz_edition_say (edition, N_("Not said")));
  if (!is_link (self))
    return;
  if (group->participant != NULL)
    paz_sheet_put_text (sheet, paz_record_get_text (group->participant, "code"));
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
}

static void
put_group (const PazTally *self,
           PazEdition     *edition,
           PazSheet       *sheet,
           const Group    *group)
{
  paz_sheet_begin_row (sheet, group->stamp);
  put_names (self, edition, sheet, group);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const PazTallyColumn *column = &self->columns[i];

      if (column->part != NULL)
        paz_sheet_put_share (sheet, (guint64) group->sums[find_column (self, column->part)],
                             (guint64) group->sums[find_column (self, column->base)]);
      else if (group->told[i] > 0)
        paz_sheet_put_number (sheet, (double) group->sums[i]);
      else
        paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
    }
}

static void
put_total (const PazTally *self,
           PazEdition     *edition,
           PazSheet       *sheet,
           const Group    *all)
{
  paz_sheet_begin_total (sheet, edition->stamp);
  paz_sheet_put_text (sheet, paz_edition_say (edition, N_("Total")));
  if (is_link (self))
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const PazTallyColumn *column = &self->columns[i];
      gint64 base = column->part != NULL ? all->sums[find_column (self, column->base)] : 0;

      if (column->part == NULL)
        paz_sheet_put_sum (sheet, (guint64) all->sums[i]);
      else if (base > 0)
        paz_sheet_put_quotient (sheet, column->part, column->base, (double) all->sums[find_column (self, column->part)] / (double) base);
      else
        paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
    }
}

void
paz_tally_fill (const PazTally *self,
                PazEdition     *edition,
                PazSheet       *sheet)
{
  g_autoptr (GPtrArray) groups = list_groups (self, edition);
  Group all = { 0 };

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);

      put_group (self, edition, sheet, group);
      for (guint k = 0; k < self->n_columns; k++)
        all.sums[k] += group->sums[k];
    }
  put_total (self, edition, sheet, &all);
  if (self->note != NULL)
    paz_sheet_add_note (sheet, paz_edition_say (edition, self->note));
}
