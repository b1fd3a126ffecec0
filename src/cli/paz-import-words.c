/* What an import found, in words. */
#include "paz-import-print.h"

#include "paz-cli.h"

#include "base/paz-date.h"

static void
print_count (const char *label,
             guint32     count)
{
  g_autofree char *number = paz_catalogue_dup_integer (paz_cli_get_words (), count);
  g_autofree char *line = g_strdup_printf ("%s: %s\n", label, number);

  paz_cli_print (line);
}

static void
print_counts (const PazImportCounts *counts)
{
  char first[8], last[8];

  print_count (C_("import", "Rows"), counts->rows);
  print_count (C_("import", "New"), counts->n_new);
  print_count (C_("import", "Changed"), counts->n_changed);
  print_count (C_("import", "Same"), counts->n_same);
  print_count (C_("import", "Gone"), counts->n_gone);
  print_count (C_("import", "Refused"), counts->n_refused);
  if (counts->first_month != 0)
    {
      g_autofree char *line = g_strdup_printf ("%s: %s – %s\n", C_("import", "Months"),
                                               paz_month_format (counts->first_month, first),
                                               paz_month_format (counts->last_month, last));

      paz_cli_print (line);
    }
}

/* What nothing here is known by. */
static void
say_kept (PazImport *import)
{
  GPtrArray *kept = paz_import_get_kept (import);

  for (guint i = 0; i < kept->len; i++)
    {
      const PazImportKept *one = g_ptr_array_index (kept, i);

      paz_cli_say (paz_catalogue_ntext (paz_cli_get_words (),
                                        "Column “%s”: “%s” is not known here and was kept as text (%u row).",
                                        "Column “%s”: “%s” is not known here and was kept as text (%u rows).",
                                        one->n_rows),
                   one->column, one->value, one->n_rows);
    }
}

static void
say_field_changes (PazImport *import)
{
  GPtrArray *changes = paz_import_get_field_changes (import);
  const PazKind *kind = paz_import_get_kind (import);

  for (guint i = 0; i < changes->len; i++)
    {
      const PazImportFieldChange *change = g_ptr_array_index (changes, i);
      g_autofree char *before = paz_value_dup_display (change->field, kind, change->before, paz_cli_get_words ());
      g_autofree char *after = paz_value_dup_display (change->field, kind, change->after, paz_cli_get_words ());

      paz_cli_say (_("Row %1$u, %2$s: %3$s was “%4$s” and is now “%5$s”."), change->row, change->name,
                   paz_cli_ptext (paz_field_get_context (change->field, kind), change->field->label),
                   before, after);
    }
}

static void
say_refusals (PazImport *import)
{
  GPtrArray *refusals = paz_import_get_refusals (import);
  guint32 n = paz_import_get_counts (import)->n_refused;

  for (guint i = 0; i < refusals->len; i++)
    {
      g_autofree char *text = paz_refusal_dup_text (g_ptr_array_index (refusals, i), paz_cli_get_words ());

      paz_cli_say ("%s", text);
    }
  if (n > refusals->len)
    paz_cli_say (paz_catalogue_ntext (paz_cli_get_words (), "… and %u more row.", "… and %u more rows.",
                                      n - refusals->len), n - refusals->len);
}

/* For each month what the file does not hold and would take away. */
static void
say_losses (PazImport *import)
{
  GPtrArray *losses = paz_import_get_losses (import);

  for (guint i = 0; i < losses->len; i++)
    {
      const PazImportLoss *loss = g_ptr_array_index (losses, i);
      g_autofree char *types = g_strjoinv (", ", loss->types);
      g_autofree char *contributors = g_strjoinv (", ", loss->contributors);
      char month[8];

      paz_month_format (loss->month, month);
      if (*types != '\0' && (paz_import_get_keep (import) & PAZ_IMPORT_KEEP_TYPES) == 0)
        paz_cli_say (_("%s: the file has no figures of these personnel types, which are here: %s."), month, types);
      if (*contributors != '\0' && (paz_import_get_keep (import) & PAZ_IMPORT_KEEP_CONTRIBUTORS) == 0)
        paz_cli_say (_("%s: the file has no figures of these contributors, which are here: %s."), month, contributors);
    }
}

/* Names nobody knows here, each once; what doubtful columns were read by; what a check found. */
static void
say_findings (PazImport *import)
{
  GPtrArray *names = paz_import_get_names (import);
  GPtrArray *evidence = paz_import_get_evidence (import);
  GPtrArray *differences = paz_import_get_differences (import);
  GPtrArray *absent = paz_import_get_absent (import);
  GArray *unchecked = paz_import_get_unchecked (import);

  for (guint i = 0; i < evidence->len; i++)
    {
      g_autofree char *text = paz_import_evidence_dup_text (evidence->pdata[i], paz_cli_get_words ());

      paz_cli_say ("%s", text);
    }
  for (guint i = 0; i < names->len; i++)
    {
      const PazImportName *name = names->pdata[i];
      g_autofree char *suggestions = g_strjoinv (", ", name->suggestions);

      paz_cli_say (*suggestions != '\0' ? _("Row %1$u: “%2$s” is not known here. Perhaps %3$s? Say --map \"%2$s=CODE\".")
                                       : _("Row %1$u: “%2$s” is not known here. Say --map \"%2$s=CODE\"."),
                   name->row, name->name, suggestions);
    }
  for (guint i = 0; i < absent->len; i++)
    paz_cli_say (_("The file does not have %s."), (const char *) absent->pdata[i]);
  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *text = paz_import_difference_dup_text (differences->pdata[i], paz_cli_get_words ());

      paz_cli_say ("%s", text);
    }
  for (guint i = 0; i < unchecked->len; i++)
    {
      char month[8];

      paz_cli_say (_("%s: there are no figures here to compare with."),
                   paz_month_format (g_array_index (unchecked, guint16, i), month));
    }
  if (paz_import_is_check (import))
    paz_cli_say (_("This file is a check of the figures that are here. Nothing of it is kept."));
}

void
paz_import_print_findings (PazImport *import)
{
  say_findings (import);
  say_refusals (import);
  say_losses (import);
}

void
paz_import_print_words (PazImport *import)
{
  print_counts (paz_import_get_counts (import));
  say_field_changes (import);
  say_kept (import);
  paz_import_print_findings (import);
}
