/* A new store in a folder of its own, and the moves a person makes in a form. */
#pragma once

#include "lib/paz-ui-test.h"
#include "lib/paz-whole-form.h"

#include <glib/gstdio.h>

#include "paz-child-table.h"
#include "paz-date-entry.h"
#include "paz-field-editor.h"
#include "paz-field-row.h"
#include "paz-form-page.h"
#include "paz-form.h"
#include "paz-text-box.h"
#include "paz-words.h"

typedef struct
{
  char      *folder;
  PazStore  *store;
  GtkWidget *window;
} Fixture;

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("paz-forms-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "forms.relacopaz", NULL);
  fixture->store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 760);
}

static inline void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  close_and_check_freed (fixture->window);
  /* A draft may be on its way to the store, which holds it until it is there. */
  for (guint i = 0; i < 500 && G_OBJECT (fixture->store)->ref_count > 1; i++)
    {
      g_usleep (10000);
      drain ();
    }
  paz_store_close (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->store);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* The page of a new record of the kind, shown. */
static inline PazFormPage *
open_new (Fixture    *fixture,
          const char *kind)
{
  g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, paz_kind_find (kind), NULL);
  GtkWidget *page = new_whole_form (fixture->store, record);

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  show (fixture->window);

  return PAZ_FORM_PAGE (page);
}

static inline PazForm *
form_of (PazFormPage *page)
{
  return PAZ_FORM (find_widget (GTK_WIDGET (page), PAZ_TYPE_FORM));
}

static inline PazFieldRow *
row_of (PazForm    *form,
        const char *key)
{
  GPtrArray *rows = paz_form_get_rows (form);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (paz_field_row_get_key (g_ptr_array_index (rows, i)), key) == 0)
      return g_ptr_array_index (rows, i);

  g_error ("No row for the field %s", key);
}

/* The n-th editable of a row, entries and text views alike, in order. */
static inline GtkWidget *
find_nth_editable (GtkWidget *widget,
                   guint     *n)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget))
    {
      if ((*n)-- == 0)
        return widget;
      return NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth_editable (child, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline GtkWidget *
editable_of (PazFieldRow *row,
             guint        n)
{
  GtkWidget *editable = find_nth_editable (paz_field_row_get_editor (row), &n);

  g_assert_nonnull (editable);
  return editable;
}

static inline void
type_into (GtkWidget  *editable,
           const char *text)
{
  if (GTK_IS_TEXT_VIEW (editable))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editable)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (editable), text);
}

/* Types into the n-th entry of the field and leaves it. */
static inline void
type (PazForm    *form,
      const char *key,
      guint       n,
      const char *text)
{
  PazFieldRow *row = row_of (form, key);

  type_into (editable_of (row, n), text);
  paz_field_editor_tidy (PAZ_FIELD_EDITOR (paz_field_row_get_editor (row)));
}

static inline char *
dup_typed (GtkWidget *editable)
{
  GtkTextIter start;
  GtkTextIter end;

  if (!GTK_IS_TEXT_VIEW (editable))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (editable)));
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editable)), &start, &end);

  return gtk_text_iter_get_text (&start, &end);
}

/* The field's value in the store, in plain text. */
static inline char *
dup_stored (Fixture     *fixture,
            PazFormPage *page,
            const char  *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazRecord) record = paz_store_dup_record (fixture->store, paz_form_page_get_id (page), &error);
  const PazField *field;

  g_assert_no_error (error);
  field = paz_kind_find_field (paz_record_get_kind (record), key);

  return paz_value_dup_plain (field, paz_record_get_value (record, field));
}

#define assert_stored(fixture, page, key, text)                       \
  G_STMT_START {                                                      \
    g_autofree char *stored_ = dup_stored (fixture, page, key);       \
    g_assert_cmpstr (stored_, ==, text);                              \
  } G_STMT_END

/* Keeps a record with a title, to link to. */
static inline char *
keep (Fixture    *fixture,
      const char *kind,
      const char *key,
      const char *text)
{
  g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, paz_kind_find (kind), NULL);
  const PazField *field = paz_kind_find_field (paz_kind_find (kind), key);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  if (field->type == PAZ_VALUE_TRILINGUAL)
    {
      g_autoptr (PazTrilingual) words = paz_trilingual_new ();
      g_autofree char *text_key = paz_store_make_text_key (fixture->store);

      paz_trilingual_set_text (words, PAZ_LANGUAGE_ES, text, text_key);
      paz_record_set_value (record, field, paz_trilingual_to_value (words));
    }
  else
    {
      paz_record_set_value (record, field, g_variant_new_string (text));
    }
  paz_edit_put (edit, record);
  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (paz_record_get_id (record));
}

typedef void (* FixtureTest) (Fixture *fixture, gconstpointer data);

static inline void
add (const char  *path,
     FixtureTest  test)
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}
