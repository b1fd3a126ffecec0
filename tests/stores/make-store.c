/* Writes the frozen store of this version: `make-store tests/stores/v1.relacopaz`. Run once, when a
 * version is released; the file is never made again. */
#include "../store/store-fixture.h"

static void
fill_meeting (PazStore *store)
{
  g_autoptr (PazRecord) meeting = paz_store_create_record (store, paz_kind_find ("meeting"), NULL);
  g_autoptr (PazRecord) item = NULL;

  set_title (store, meeting, PAZ_LANGUAGE_ES, "Tercera reunión");
  set_title (store, meeting, PAZ_LANGUAGE_PT, "Terceira reunião");
  set_text (meeting, "starts", "2024-05-31");
  paz_record_set_release (meeting, PAZ_LEVEL_NETWORK, NULL);
  put (store, meeting);

  item = paz_store_create_record (store, paz_kind_find ("agenda_item"), paz_record_get_id (meeting));
  set_text (item, "number", "1");
  set_title (store, item, PAZ_LANGUAGE_ES, "Apertura");
  put (store, item);
}

static void
fill_task (PazStore *store)
{
  static const char * const readers[] = { "ARG", "BRA", NULL };
  g_autoptr (PazRecord) task = make_task (store, "Formación conjunta");

  paz_record_set_value (task, field_of (task, "due"), paz_value_new_state (PAZ_STATE_UNKNOWN));
  paz_record_set_value (task, field_of (task, "progress"), g_variant_new_int64 (40));
  set_text (task, "marking", "RESERVADO");
  set_text (task, "marking_country", "PER");
  paz_record_set_release (task, PAZ_LEVEL_NATIONAL, NULL);
  put (store, task);
  /* Widened: what was national is written again. */
  paz_record_set_release (task, PAZ_LEVEL_NAMED, readers);
  put (store, task);
  set_title (store, task, PAZ_LANGUAGE_ES, "Formación conjunta de ingenieros");
  put (store, task);
}

static void
fill_facts (PazStore *store)
{
  g_autoptr (PazRecord) data_set = paz_store_create_record (store, paz_kind_find ("data_set"), NULL);
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_autoptr (PazEdit) edit = paz_edit_new ();
  guint16 contributor = paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, "URY");
  guint16 mission = paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, "MONUSCO");
  guint16 type = paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, "troops");

  for (guint month = 0; month < 12; month++)
    paz_fact_table_add (facts, (guint16) (24168 + month), contributor, mission, (guint8) type, 60 + month, 900, month + 2);
  paz_fact_table_finish (facts, NULL, NULL);
  set_text (data_set, "title", "Contributions");
  paz_edit_set_origin (edit, "contributions.csv");
  paz_edit_put (edit, data_set);
  paz_edit_put_facts (edit, data_set, facts);
  g_assert_true (paz_store_apply (store, edit, NULL, NULL, NULL, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (PazRecord) undone = NULL;
  PazStore *store;

  if (argc != 2)
    return 2;

  store = open_store (argv[1], PAZ_STORE_OPEN_CREATE | PAZ_STORE_OPEN_BARE);
  g_assert_true (paz_store_set_identity (store, "PER", "Ana Quispe", NULL));
  fill_meeting (store);
  fill_task (store);
  fill_facts (store);
  undone = make_task (store, "Deshecha");
  put (store, undone);
  undo (store);
  close_store (&store);

  return 0;
}
