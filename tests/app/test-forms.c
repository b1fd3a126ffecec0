#include "form-fixture.h"

#include "paz-link-chooser.h"
#include "paz-translation-cell.h"

/* ---- every kind has a form, and it is whole ---- */

static gboolean
must_be_on_form (const PazField *field)
{
  return field->until == 0 && (field->flags & (PAZ_FIELD_LOCAL | PAZ_FIELD_HIDDEN)) == 0;
}

static guint
count_rows (PazForm        *form,
            const PazField *field)
{
  GPtrArray *rows = paz_form_get_rows (form);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    if (paz_field_row_get_field (g_ptr_array_index (rows, i)) == field)
      n++;

  return n;
}

static gboolean
has_table (PazForm       *form,
           const PazKind *kind)
{
  GPtrArray *tables = paz_form_get_tables (form);

  for (guint i = 0; i < tables->len; i++)
    if (paz_child_table_get_kind (g_ptr_array_index (tables, i)) == kind)
      return TRUE;

  return FALSE;
}

static void
check_form (PazForm       *form,
            const PazKind *kind)
{
  const PazKind * const *children = paz_kind_list_children (kind);

  for (guint i = 0; i < kind->n_fields; i++)
    if (must_be_on_form (&kind->fields[i]) && count_rows (form, &kind->fields[i]) != 1)
      g_error ("The form of kind %s shows the field %s %u times", kind->key,
               kind->fields[i].key, count_rows (form, &kind->fields[i]));
  for (guint i = 0; children[i] != NULL; i++)
    if (!has_table (form, children[i]))
      g_error ("The form of kind %s does not show its %s", kind->key, children[i]->key);
}

/* A warning, fatal here, comes of a form that names what is not there. */
static void
test_every_form (Fixture       *fixture,
                 gconstpointer  data)
{
  guint n;
  const PazKind * const *kinds = paz_kind_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, kinds[i], NULL);
      GtkWidget *form = g_object_ref_sink (paz_form_new (fixture->store, kinds[i]));

      paz_form_set_record (PAZ_FORM (form), record);
      check_form (PAZ_FORM (form), kinds[i]);
      g_assert_finalize_object (form);
    }
}

/* The narrowest window leaves a form 520 pixels; nothing may be cut off there in any language. */
static void
test_fits (Fixture       *fixture,
           gconstpointer  data)
{
  guint n;
  const PazKind * const *kinds = paz_kind_list (&n);

  for (guint language = 0; language < PAZ_N_LANGUAGES; language++)
    {
      paz_words_set_language (language);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, kinds[i], NULL);
          GtkWidget *page = g_object_ref_sink (new_whole_form (fixture->store, record));
          int width;

          gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
          if (width > 520)
            g_error ("The form of kind %s needs %d pixels", kinds[i]->key, width);
          g_assert_finalize_object (page);
        }
    }
  paz_words_set_language (PAZ_LANGUAGE_EN);
}

/* ---- each type of value: typed, saved, read again ---- */

static void
set_flag (PazForm    *form,
          const char *key,
          guint       button)
{
  GtkWidget *widget = find_widget (paz_field_row_get_editor (row_of (form, key)), GTK_TYPE_TOGGLE_BUTTON);

  while (button-- > 0)
    widget = gtk_widget_get_next_sibling (widget);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget), TRUE);
}

static void
choose (PazForm    *form,
        const char *key,
        guint       choice)
{
  GtkWidget *widget = find_widget (paz_field_row_get_editor (row_of (form, key)), GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), choice);
}

/* Opens the picker of a field, types words and takes the first that is found. */
static void
pick (PazForm    *form,
      const char *key,
      const char *words)
{
  GtkWidget *editor = paz_field_row_get_editor (row_of (form, key));
  GtkWidget *button = find_widget (editor, GTK_TYPE_MENU_BUTTON);
  GtkWidget *picker;
  GtkWidget *search;
  GtkListBox *list;

  /* A popover needs its button within the screen. */
  gtk_widget_grab_focus (button);
  gtk_test_widget_wait_for_draw (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  picker = find_widget (button, PAZ_TYPE_PICKER);
  g_assert_nonnull (picker);
  search = find_widget (picker, GTK_TYPE_SEARCH_ENTRY);
  list = GTK_LIST_BOX (find_widget (picker, GTK_TYPE_LIST_BOX));
  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "search-changed");
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 0));
  g_signal_emit_by_name (search, "activate");
}

static void
assert_shown (PazFormPage *page,
              const char  *key,
              guint        n,
              const char  *text)
{
  g_autofree char *shown = dup_typed (editable_of (row_of (form_of (page), key), n));

  g_assert_cmpstr (shown, ==, text);
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *peru = keep (fixture, "participant", "code", "ZZA");
  g_autofree char *provision = keep (fixture, "provision", "code", "Z.z");
  PazFormPage *page = open_new (fixture, "recommendation");
  PazForm *form = form_of (page);

  type (form, "title", 0, "Capacitación conjunta");
  type (form, "title", 2, "Joint training");
  type (form, "number", 0, "3.1");
  type (form, "text", 0, "Uno\n\nDos [ARG: tres]");
  choose (form, "type", 2);
  set_flag (form, "time_bound", 1);
  type (form, "due", 0, "5/2024");
  type (form, "silence_expiry", 0, "31 may 2024");
  type (form, "silence_expiry", 1, "9.30");
  pick (form, "responsible", "ZZA");
  pick (form, "provisions", "Z.z");
  pick (form, "marking_country", "Perú");
  type (form, "notes", 0, "A note");

  g_assert_true (paz_form_page_is_modified (page));
  g_assert_true (paz_form_page_save (page));
  g_assert_false (paz_form_page_is_modified (page));
  g_assert_cmpstr (paz_form_page_get_title (page), ==, "3.1 · Joint training");

  assert_stored (fixture, page, "number", "3.1");
  assert_stored (fixture, page, "due", "2024-05");
  assert_stored (fixture, page, "time_bound", "false");
  assert_stored (fixture, page, "responsible", peru);
  assert_stored (fixture, page, "provisions", provision);
  assert_stored (fixture, page, "marking_country", "PER");
  assert_stored (fixture, page, "notes", "A note");
  assert_shown (page, "title", 0, "Capacitación conjunta");
  assert_shown (page, "title", 1, "");
  assert_shown (page, "text", 0, "Uno\n\nDos [ARG: tres]");
  assert_shown (page, "due", 0, "May 2024");
  assert_shown (page, "silence_expiry", 1, "09:30");
}

static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  PazFormPage *page;

  paz_words_set_language (PAZ_LANGUAGE_ES);
  page = open_new (fixture, "gender_target");
  type (form_of (page), "year", 0, "2028");
  type (form_of (page), "target", 0, "12,5");
  choose (form_of (page), "category", 1);
  g_assert_true (paz_form_page_save (page));
  assert_stored (fixture, page, "year", "2028");
  assert_stored (fixture, page, "target", "12.5");
  assert_shown (page, "target", 0, "12,5");
  paz_words_set_language (PAZ_LANGUAGE_EN);
}

static void
test_languages (Fixture       *fixture,
                gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "participant");

  type (form_of (page), "code", 0, "PER");
  pick (form_of (page), "languages", "Spanish");
  pick (form_of (page), "languages", "Portuguese");
  g_assert_true (paz_form_page_save (page));
  assert_stored (fixture, page, "languages", "es pt");
}

/* No kind of this version holds money, so its editor is tried alone. */
static void
test_money (Fixture       *fixture,
            gconstpointer  data)
{
  const PazField field = { .key = "amount", .label = "Amount", .type = PAZ_VALUE_MONEY, .since = 1 };
  PazFieldEditor *editor = paz_field_editor_new (PAZ_TYPE_FIELD_MONEY, fixture->store,
                                                 paz_kind_find ("task"), &field);
  GtkWidget *parts[3];
  const char *typed[] = { "1,250.50", "1 May 2024", "Budget law" };
  PazLinkChooser *currency;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autofree char *plain = NULL;

  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (editor));
  g_assert_null (paz_field_editor_read_value (editor, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint n = i;

      parts[i] = find_nth_editable (GTK_WIDGET (editor), &n);
      type_into (parts[i], typed[i]);
      if (i == 0)
        {
          g_assert_null (paz_field_editor_read_value (editor, &error));
          g_assert_error (error, PAZ_VALUE_ERROR, PAZ_VALUE_ERROR_MONEY);
          g_clear_error (&error);
        }
    }
  currency = PAZ_LINK_CHOOSER (find_widget (GTK_WIDGET (editor), PAZ_TYPE_LINK_CHOOSER));
  paz_link_chooser_set_id (currency, "USD");
  value = g_variant_take_ref (paz_field_editor_read_value (editor, &error));
  g_assert_no_error (error);
  plain = g_variant_print (value, FALSE);
  g_assert_cmpstr (plain, ==, "('1250.5', 'USD', '2024-05-01', 'Budget law')");
  paz_field_editor_tidy (editor);
  g_assert_cmpstr (paz_link_chooser_get_id (currency), ==, "USD");
}

/* ---- what is not a value ---- */

static void
set_state (PazForm    *form,
           const char *key,
           const char *state)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row_of (form, key)), "row.state", "s", state));
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "task");
  PazForm *form = form_of (page);

  type (form, "title", 0, "Encuesta");
  type (form, "progress", 0, "0");
  set_state (form, "due", "unknown");
  set_state (form, "start", "na");
  g_assert_false (gtk_widget_get_visible (paz_field_row_get_editor (row_of (form, "due"))));
  g_assert_true (paz_form_page_save (page));
  assert_stored (fixture, page, "due", "?");
  assert_stored (fixture, page, "start", "n/a");
  assert_stored (fixture, page, "progress", "0");
  assert_stored (fixture, page, "status", "");

  set_state (form_of (page), "due", "answer");
  g_assert_true (gtk_widget_get_visible (paz_field_row_get_editor (row_of (form, "due"))));
  g_assert_true (paz_form_page_save (page));
  assert_stored (fixture, page, "due", "");
}

/* ---- validation ---- */

/* Said as soon as the person goes on to another field. */
static void
test_leaving (Fixture       *fixture,
              gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "task");
  PazFieldRow *due = row_of (form_of (page), "due");

  gtk_widget_grab_focus (GTK_WIDGET (due));
  type_into (editable_of (due, 0), "soon");
  drain ();
  g_assert_null (paz_field_row_get_message (due));
  gtk_widget_grab_focus (GTK_WIDGET (row_of (form_of (page), "start")));
  wait_until (paz_field_row_get_message (due) != NULL);
  type_into (editable_of (due, 0), "5/2030");
  g_assert_null (paz_field_row_get_message (due));
}

static void
test_problems (Fixture       *fixture,
               gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "task");
  PazForm *form = form_of (page);
  PazFieldRow *due = row_of (form, "due");
  PazFieldRow *title = row_of (form, "title");

  /* Nothing is said of what the person has not finished, or not even begun. */
  type_into (editable_of (due, 0), "31 of never");
  g_assert_true (paz_field_row_is_wrong (due));
  g_assert_null (paz_field_row_get_message (due));
  g_assert_null (paz_field_row_get_message (title));

  g_assert_false (paz_form_page_save (page));
  g_assert_nonnull (paz_field_row_get_message (due));
  g_assert_nonnull (paz_field_row_get_message (title));
  g_assert_true (gtk_widget_has_css_class (editable_of (due, 0), "error"));
  gtk_test_accessible_assert_state (editable_of (due, 0), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  type (form, "title", 0, "Encuesta");
  type (form, "due", 0, "31/12/2024");
  g_assert_null (paz_field_row_get_message (due));
  g_assert_null (paz_field_row_get_message (title));
  g_assert_false (gtk_widget_has_css_class (editable_of (due, 0), "error"));

  type (form, "start", 0, "2025");
  g_assert_false (paz_form_page_save (page));
  type (form, "start", 0, "2024");
  g_assert_true (paz_form_page_save (page));
  assert_stored (fixture, page, "due", "2024-12-31");
}

/* ---- three languages ---- */

static PazTranslationState
state_of (Fixture     *fixture,
          PazFormPage *page,
          const char  *key,
          PazLanguage  language)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (fixture->store, paz_form_page_get_id (page), NULL);
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);
  g_autoptr (PazTrilingual) text = paz_trilingual_from_value (paz_record_get_value (record, field));

  return paz_trilingual_get_state (text, language);
}

static GtkWidget *
cell_of (PazFormPage *page,
         const char  *key,
         PazLanguage  language)
{
  GtkWidget *cell = find_widget (paz_field_row_get_editor (row_of (form_of (page), key)),
                                 PAZ_TYPE_TRANSLATION_CELL);

  for (guint i = 0; i < language; i++)
    cell = gtk_widget_get_next_sibling (cell);

  return cell;
}

static void
test_trilingual (Fixture       *fixture,
                 gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "document");
  PazForm *form = form_of (page);

  type (form, "title", PAZ_LANGUAGE_PT, "Treinamento conjunto");
  type (form, "title", PAZ_LANGUAGE_ES, "Capacitación conjunta");
  g_assert_true (gtk_widget_has_css_class (cell_of (page, "title", PAZ_LANGUAGE_PT), "source"));
  g_assert_true (gtk_widget_has_css_class (cell_of (page, "title", PAZ_LANGUAGE_ES), "current"));
  g_assert_true (gtk_widget_has_css_class (cell_of (page, "title", PAZ_LANGUAGE_EN), "missing"));
  g_assert_true (paz_form_page_save (page));
  g_assert_cmpint (state_of (fixture, page, "title", PAZ_LANGUAGE_PT), ==, PAZ_TRANSLATION_SOURCE);
  g_assert_cmpint (state_of (fixture, page, "title", PAZ_LANGUAGE_ES), ==, PAZ_TRANSLATION_CURRENT);
  g_assert_cmpint (state_of (fixture, page, "title", PAZ_LANGUAGE_EN), ==, PAZ_TRANSLATION_MISSING);

  /* A source typed away and back is the same source. */
  type (form, "title", PAZ_LANGUAGE_PT, "Treinamento");
  g_assert_true (gtk_widget_has_css_class (cell_of (page, "title", PAZ_LANGUAGE_ES), "stale"));
  type (form, "title", PAZ_LANGUAGE_PT, "Treinamento conjunto");
  g_assert_true (gtk_widget_has_css_class (cell_of (page, "title", PAZ_LANGUAGE_ES), "current"));
  g_assert_false (paz_form_page_is_modified (page));

  type (form, "title", PAZ_LANGUAGE_PT, "Treinamento conjunto e avaliação");
  g_assert_true (paz_form_page_save (page));
  g_assert_cmpint (state_of (fixture, page, "title", PAZ_LANGUAGE_ES), ==, PAZ_TRANSLATION_STALE);

  g_signal_emit_by_name (cell_of (page, "title", PAZ_LANGUAGE_ES), "confirm");
  g_assert_true (paz_form_page_is_modified (page));
  g_assert_true (paz_form_page_save (page));
  g_assert_cmpint (state_of (fixture, page, "title", PAZ_LANGUAGE_ES), ==, PAZ_TRANSLATION_CURRENT);

  g_signal_emit_by_name (cell_of (page, "title", PAZ_LANGUAGE_ES), "become-source");
  g_assert_true (paz_form_page_save (page));
  g_assert_cmpint (state_of (fixture, page, "title", PAZ_LANGUAGE_ES), ==, PAZ_TRANSLATION_SOURCE);
  g_assert_cmpint (state_of (fixture, page, "title", PAZ_LANGUAGE_PT), ==, PAZ_TRANSLATION_CURRENT);
}

/* A title is one paragraph, and all of it is seen. */
static void
test_paragraph (Fixture       *fixture,
                gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "document");
  GtkWidget *box = gtk_widget_get_parent (editable_of (row_of (form_of (page), "title"), 0));
  int low;
  int high;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 300, &low, NULL, NULL, NULL);
  type (form_of (page), "title", 0, "Segunda Conferencia de América Latina y el Caribe\n"
                                    "sobre Operaciones de Mantenimiento de la Paz");
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 300, &high, NULL, NULL, NULL);
  g_assert_cmpint (high, >, low);
  assert_shown (page, "title", 0, "Segunda Conferencia de América Latina y el Caribe "
                                  "sobre Operaciones de Mantenimiento de la Paz");
}

static void
test_official (Fixture       *fixture,
               gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "document");
  GtkWidget *check;
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazTrilingual) text = NULL;

  type (form_of (page), "title", PAZ_LANGUAGE_EN, "Declaration of Lima");
  check = find_widget (cell_of (page, "title", PAZ_LANGUAGE_EN), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (paz_form_page_save (page));
  record = paz_store_dup_record (fixture->store, paz_form_page_get_id (page), NULL);
  text = paz_trilingual_from_value (paz_record_get_value (record,
                                      paz_kind_find_field (paz_record_get_kind (record), "title")));
  g_assert_true (text->in[PAZ_LANGUAGE_EN].official);
}

/* ---- contained records ---- */

static PazChildTable *
table_of (PazFormPage *page)
{
  return g_ptr_array_index (paz_form_get_tables (form_of (page)), 0);
}

static PazRecord *
make_child (Fixture     *fixture,
            PazFormPage *page,
            const char  *code)
{
  const PazKind *kind = paz_child_table_get_kind (table_of (page));
  PazRecord *child = paz_store_create_record (fixture->store, kind, paz_form_page_get_id (page));

  paz_record_set_value (child, paz_kind_find_field (kind, "code"), g_variant_new_string (code));

  return child;
}

static void
test_children (Fixture       *fixture,
               gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "instrument");
  g_autoptr (PazRecord) first = make_child (fixture, page, "O.a");
  g_autoptr (PazRecord) second = make_child (fixture, page, "O.b");
  g_autoptr (PazStep) step = NULL;
  g_autoptr (PazRecord) moved = NULL;
  g_autoptr (GError) error = NULL;

  type (form_of (page), "title", 0, "Declaración");
  paz_child_table_take (table_of (page), first);
  paz_child_table_take (table_of (page), second);
  g_assert_true (paz_form_page_save (page));

  step = paz_store_dup_undo_step (fixture->store);
  g_assert_cmpuint (step->n_records, ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (paz_child_table_get_records (table_of (page))), ==, 2);
  g_assert_false (paz_form_page_is_modified (page));

  paz_child_table_move (table_of (page), 0, 1);
  g_assert_true (paz_form_page_is_modified (page));
  g_assert_true (paz_form_page_save (page));
  moved = g_list_model_get_item (paz_child_table_get_records (table_of (page)), 1);
  g_assert_cmpstr (paz_record_get_text (moved, "code"), ==, "O.a");
  g_assert_cmpint (paz_record_get_integer (moved, "order"), ==, 2);

  paz_child_table_remove (table_of (page), 0);
  g_assert_true (paz_form_page_save (page));
  g_assert_cmpuint (g_list_model_get_n_items (paz_child_table_get_records (table_of (page))), ==, 1);

  /* Undone below, the form shows it again. */
  g_assert_true (paz_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  wait_until (g_list_model_get_n_items (paz_child_table_get_records (table_of (page))) == 2);
}

/* Opened from the table, filled and accepted as a person would. */
static void
test_child_dialog (Fixture       *fixture,
                   gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "recommendation");
  g_autofree char *peru = keep (fixture, "participant", "code", "ZZA");
  GtkWidget *dialog = NULL;
  PazForm *form;

  gtk_widget_activate_action (GTK_WIDGET (table_of (page)), "children.add", NULL);
  gtk_widget_activate_action (GTK_WIDGET (table_of (page)), "children.edit", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (window != fixture->window)
        dialog = window;
    }
  g_assert_nonnull (dialog);
  form = PAZ_FORM (find_widget (dialog, PAZ_TYPE_FORM));
  gtk_widget_activate_action (dialog, "child.accept", NULL);
  g_assert_nonnull (paz_field_row_get_message (row_of (form, "participant")));
  pick (form, "participant", "ZZA");
  choose (form, "code", 1);
  gtk_widget_activate_action (dialog, "child.accept", NULL);
  drain ();
  g_assert_cmpuint (g_list_model_get_n_items (paz_child_table_get_records (table_of (page))), ==, 1);
  g_assert_true (paz_form_page_is_modified (page));
}

/* ---- the store changes below ---- */

static void
close_cb (PazFormPage *page,
          gboolean    *closed)
{
  *closed = TRUE;
}

static gboolean
is_typed (GtkWidget  *editable,
          const char *text)
{
  g_autofree char *typed = dup_typed (editable);

  return g_str_equal (typed, text);
}

static void
test_undo_reloads (Fixture       *fixture,
                   gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "task");
  g_autoptr (GError) error = NULL;
  gboolean closed = FALSE;
  GtkWidget *entry;

  g_signal_connect (page, "close", G_CALLBACK (close_cb), &closed);
  type (form_of (page), "title", 0, "Uno");
  g_assert_true (paz_form_page_save (page));
  type (form_of (page), "title", 0, "Dos");
  g_assert_true (paz_form_page_save (page));
  entry = editable_of (row_of (form_of (page), "title"), 0);

  g_assert_true (paz_store_undo (fixture->store, &error));
  wait_until (is_typed (entry, "Uno"));
  g_assert_false (paz_form_page_is_modified (page));

  /* What the person typed stays, and the form says that the store has something else. */
  type (form_of (page), "title", 0, "Tres");
  g_assert_true (paz_store_redo (fixture->store, &error));
  wait_until (gtk_revealer_get_reveal_child (GTK_REVEALER (find_widget (GTK_WIDGET (page), GTK_TYPE_REVEALER))));
  g_assert_true (is_typed (entry, "Tres"));
  gtk_widget_activate_action (GTK_WIDGET (page), "form.reload", NULL);
  g_assert_true (is_typed (entry, "Dos"));

  g_assert_true (paz_store_undo (fixture->store, &error));
  drain ();
  g_assert_false (closed);
  g_assert_true (paz_store_undo (fixture->store, &error));
  wait_until (closed);
}

static void
test_unsaved (Fixture       *fixture,
              gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "task");
  gboolean closed = FALSE;

  g_signal_connect (page, "close", G_CALLBACK (close_cb), &closed);
  g_assert_true (paz_form_page_try_close (page));
  type (form_of (page), "title", 0, "Uno");

  g_assert_false (paz_form_page_try_close (page));
  adw_message_dialog_response (find_dialog (), "keep");
  drain ();
  g_assert_false (closed);

  g_assert_false (paz_form_page_try_close (page));
  adw_message_dialog_response (find_dialog (), "save");
  wait_until (closed);
  assert_stored (fixture, page, "title", "Uno");

  closed = FALSE;
  type (form_of (page), "title", 0, "Dos");
  g_assert_false (paz_form_page_try_close (page));
  adw_message_dialog_response (find_dialog (), "discard");
  wait_until (closed);
}

/* ---- names for those who do not see the screen ---- */

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  PazFormPage *page = open_new (fixture, "task");
  PazFieldRow *row = row_of (form_of (page), "due");
  GtkWidget *label = find_widget (GTK_WIDGET (row), GTK_TYPE_LABEL);

  g_assert_true (gtk_label_get_mnemonic_widget (GTK_LABEL (label)) == editable_of (row, 0));
  g_assert_cmpint (gtk_label_get_mnemonic_keyval (GTK_LABEL (label)), !=, GDK_KEY_VoidSymbol);
  gtk_test_accessible_assert_property (editable_of (row_of (form_of (page), "title"), PAZ_LANGUAGE_PT),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Title (Português)");

  row = row_of (form_of (page), "status");
  label = find_widget (GTK_WIDGET (row), GTK_TYPE_LABEL);
  gtk_test_accessible_assert_relation (find_widget (paz_field_row_get_editor (row), GTK_TYPE_TOGGLE_BUTTON),
                                       GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = NULL;
  int result;

  home = g_dir_make_tmp ("paz-home-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  paz_words_init ("en");
  ui_test_init (&argc, &argv);
  ui_test_load_style ();

  add ("/forms/every-kind", test_every_form);
  add ("/forms/fits", test_fits);
  add ("/forms/values", test_values);
  add ("/forms/numbers", test_numbers);
  add ("/forms/languages", test_languages);
  add ("/forms/money", test_money);
  add ("/forms/states", test_states);
  add ("/forms/leaving", test_leaving);
  add ("/forms/problems", test_problems);
  add ("/forms/trilingual", test_trilingual);
  add ("/forms/paragraph", test_paragraph);
  add ("/forms/official", test_official);
  add ("/forms/children", test_children);
  add ("/forms/child-dialog", test_child_dialog);
  add ("/forms/undo-reloads", test_undo_reloads);
  add ("/forms/unsaved", test_unsaved);
  add ("/forms/accessible", test_accessible);

  result = g_test_run ();
  remove_folder (home);

  return result;
}
