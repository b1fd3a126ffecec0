#include "lib/paz-load.h"

#include "base/paz-uuid.h"
#include "model/paz-check.h"
#include "model/paz-trilingual.h"

#define BATCH 400

typedef struct
{
  const char *kind;
  guint       n;          /* of the whole group */
  guint       children;   /* of each child kind; PER_PARTICIPANT: one of each */
} Share;

#define PER_PARTICIPANT G_MAXUINT

/* In an order in which links find what they lead to. Kinds that are not declared are passed over. */
static const Share shares[] = {
  { "delegate", 400, 0 },
  { "meeting", 24, 6 },
  { "recommendation", 600, PER_PARTICIPANT },
  { "task", 2000, 0 },
  { "pledge", 800, 2 },
  { "need", 1500, 0 },
  { "offer", 1500, 0 },
  { "document", 120, 0 },
  { "course", 60, 6 },
  { "interoperability_topic", 40, PER_PARTICIPANT },
  { "contingent", 30, 4 },
  { "arrangement", 60, 0 },
  { "practice", 80, 0 },
};

typedef struct
{
  PazStore   *store;
  GRand      *random;
  GHashTable *ids;        /* kind's key -> GPtrArray of ids */
  char       *owner;
  PazEdit    *edit;
  guint       n;          /* records of the edit */
  guint       count;      /* of the kind */
} Load;

static guint
pick (Load  *self,
      guint  n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

/* ---- words ---- */

typedef const char *Phrase[PAZ_N_LANGUAGES];

static const Phrase actions[] = {
  { "Fortalecer", "Fortalecer", "Strengthen" },
  { "Coordinar", "Coordenar", "Coordinate" },
  { "Actualizar", "Atualizar", "Update" },
  { "Compartir", "Compartilhar", "Share" },
  { "Elaborar", "Elaborar", "Draw up" },
  { "Evaluar", "Avaliar", "Assess" },
  { "Difundir", "Divulgar", "Make known" },
  { "Acordar", "Acordar", "Agree" },
};

static const Phrase topics[] = {
  { "la formación previa al despliegue", "a formação prévia ao desdobramento", "training before deployment" },
  { "la participación de la mujer en las unidades", "a participação da mulher nas unidades", "women’s participation in units" },
  { "los hospitales de nivel 2", "os hospitais de nível 2", "level 2 hospitals" },
  { "el apoyo logístico a los contingentes", "o apoio logístico aos contingentes", "logistic support to contingents" },
  { "la protección de civiles", "a proteção de civis", "the protection of civilians" },
  { "los cursos de español, portugués e inglés", "os cursos de espanhol, português e inglês", "courses of Spanish, Portuguese and English" },
  { "la energía renovable en los campamentos", "a energia renovável nos acampamentos", "renewable energy in camps" },
  { "la doctrina de ingenieros y desminado", "a doutrina de engenharia e desminagem", "the doctrine of engineers and demining" },
  { "las lecciones aprendidas en Haití", "as lições aprendidas no Haiti", "lessons learned in Haiti" },
  { "el transporte estratégico aéreo", "o transporte estratégico aéreo", "strategic airlift" },
};

static const Phrase places[] = {
  { "en el marco de la red", "no âmbito da rede", "within the network" },
  { "con los centros de la región", "com os centros da região", "with the region’s centres" },
  { "antes de la próxima reunión", "antes da próxima reunião", "before the next meeting" },
  { "en misiones del Sahel", "em missões do Sahel", "in missions in the Sahel" },
  { "según la Declaración de Lima", "segundo a Declaração de Lima", "under the Declaration of Lima" },
  { "entre ministerios de defensa", "entre ministérios da defesa", "among ministries of defence" },
};

static const char * const first_names[] = {
  "María", "João", "Ana", "José", "Lucía", "Carlos", "Inês", "Martín", "Beatriz", "Andrés", "Sofía", "Luís", "Núria", "Óscar",
};

static const char * const last_names[] = {
  "Núñez", "Gonçalves", "Rodríguez", "da Silva", "Quispe", "Fernández", "Araújo", "Muñoz", "Peña", "Castro", "Brandão", "Ibáñez",
};

static char *
make_phrase (Load        *self,
             PazLanguage  language,
             guint        seed,
             guint        sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sentences; i++)
    g_string_append_printf (text, "%s%s %s %s%s", i > 0 ? " " : "",
                            actions[(seed + i) % G_N_ELEMENTS (actions)][language],
                            topics[(seed / 8 + 3 * i) % G_N_ELEMENTS (topics)][language],
                            places[(seed / 80 + i) % G_N_ELEMENTS (places)][language], sentences > 1 ? "." : "");

  return g_string_free (text, FALSE);
}

static char *
make_name (Load *self)
{
  return g_strdup_printf ("%s %s %s", first_names[pick (self, G_N_ELEMENTS (first_names))],
                          last_names[pick (self, G_N_ELEMENTS (last_names))],
                          last_names[pick (self, G_N_ELEMENTS (last_names))]);
}

static char *
make_key (Load *self)
{
  guint8 bytes[8];
  char *text;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) pick (self, 256);
  text = g_base64_encode (bytes, sizeof bytes);
  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  *strchr (text, '=') = '\0';

  return text;
}

/* ---- values ---- */

static void
translate (Load          *self,
           PazTrilingual *texts,
           guint          seed,
           guint          sentences)
{
  PazLanguage source = (PazLanguage) pick (self, PAZ_N_LANGUAGES);

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      PazLanguage language = (PazLanguage) ((source + i) % PAZ_N_LANGUAGES);
      g_autofree char *key = make_key (self);
      g_autofree char *text = make_phrase (self, language, seed, sentences);

      /* One translation in six is missing. */
      if (i == 0 || pick (self, 6) > 0)
        paz_trilingual_set_text (texts, language, text, key);
    }
  /* And one text in eight was changed after it was translated. */
  if (pick (self, 8) == 0)
    {
      g_autofree char *key = make_key (self);
      g_autofree char *text = make_phrase (self, source, seed + 1, sentences);

      paz_trilingual_set_text (texts, source, text, key);
    }
}

static GVariant *
make_trilingual (Load           *self,
                 const PazField *field)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_new ();
  gboolean many_lines = (field->flags & PAZ_FIELD_LONG) != 0;

  translate (self, texts, pick (self, 8 * 10 * 6), many_lines ? 2 + pick (self, 3) : 1);

  return paz_trilingual_to_value (texts);
}

static GVariant *
make_text (Load           *self,
           const PazField *field)
{
  g_autofree char *name = make_name (self);
  g_autofree char *text = NULL;

  switch (field->format)
    {
    case PAZ_FORMAT_EMAIL:
      text = g_strdup_printf ("delegacion%u@example.org", pick (self, 1000));
      break;
    case PAZ_FORMAT_URL:
    case PAZ_FORMAT_PLACE:
      text = g_strdup_printf ("https://example.org/%u", pick (self, 1000));
      break;
    case PAZ_FORMAT_PHONE:
      text = g_strdup_printf ("+51 1 %07u", pick (self, 10000000));
      break;
    case PAZ_FORMAT_ZONE:
      text = g_strdup ("America/Lima");
      break;
    case PAZ_FORMAT_CURRENCY:
      text = g_strdup ("USD");
      break;
    case PAZ_FORMAT_NONE:
      if (strcmp (field->key, "number") == 0)
        text = g_strdup_printf ("%u", self->count + 1);
      else
        text = (field->flags & PAZ_FIELD_REQUIRED) != 0 || pick (self, 2) == 0 ? g_steal_pointer (&name)
                                                                              : g_strdup_printf ("RLP/2026/%u", pick (self, 5000));
      break;
    }

  return g_variant_new_string (text);
}

static GVariant *
make_set (Load       *self,
          GPtrArray  *elements)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint n = 1 + pick (self, 3); n > 0 && elements->len > 0; n--)
    g_ptr_array_add (chosen, elements->pdata[pick (self, elements->len)]);
  g_ptr_array_add (chosen, NULL);

  return chosen->len > 1 ? paz_value_new_set ((const char * const *) chosen->pdata) : NULL;
}

static GPtrArray *
list_elements (Load           *self,
               const PazField *field)
{
  static const char * const languages[] = { "es", "pt", "en", "fr" };
  static const char * const countries[] = { "ARG", "BRA", "CHL", "COL", "PER", "URY", "MEX", "GTM" };
  GPtrArray *elements = g_ptr_array_new ();
  GPtrArray *ids = field->target != NULL ? g_hash_table_lookup (self->ids, field->target) : NULL;

  for (guint i = 0; field->choices != NULL && field->choices[i].key != NULL; i++)
    g_ptr_array_add (elements, (gpointer) field->choices[i].key);
  for (guint i = 0; field->type == PAZ_VALUE_LANGUAGE && i < G_N_ELEMENTS (languages); i++)
    g_ptr_array_add (elements, (gpointer) languages[i]);
  for (guint i = 0; field->type == PAZ_VALUE_COUNTRY && i < G_N_ELEMENTS (countries); i++)
    g_ptr_array_add (elements, (gpointer) countries[i]);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_ptr_array_add (elements, ids->pdata[i]);

  return elements;
}

static GVariant *
make_element (Load           *self,
              const PazField *field)
{
  g_autoptr (GPtrArray) elements = list_elements (self, field);

  if (paz_field_is_set (field))
    return make_set (self, elements);

  return elements->len > 0 ? g_variant_new_string (elements->pdata[pick (self, elements->len)]) : NULL;
}

static GVariant *
make_date (Load       *self,
           const char *format)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2024, 1, 1, 14, 0, 0);
  g_autoptr (GDateTime) moment = g_date_time_add_days (first, (int) pick (self, 1400));

  return g_variant_new_take_string (g_date_time_format (moment, format));
}

static GVariant *
make_value (Load           *self,
            const PazField *field)
{
  g_autofree char *amount = NULL;

  switch (field->type)
    {
    case PAZ_VALUE_TEXT:
      return make_text (self, field);
    case PAZ_VALUE_NOTE:
      return g_variant_new_take_string (make_phrase (self, PAZ_LANGUAGE_ES, pick (self, 480), 2));
    case PAZ_VALUE_INTEGER:
      return g_variant_new_int64 (1 + pick (self, 90));
    case PAZ_VALUE_REAL:
      return g_variant_new_take_string (g_strdup_printf ("%u.5", pick (self, 90)));
    case PAZ_VALUE_MONEY:
      amount = g_strdup_printf ("%u", 1000 + pick (self, 90000));
      return paz_value_new_money (amount, "USD", "2026-05-31", "RELACOPAZ");
    case PAZ_VALUE_DATE:
      return make_date (self, "%Y-%m-%d");
    case PAZ_VALUE_MONTH:
      return make_date (self, "%Y-%m");
    case PAZ_VALUE_DATETIME:
      return make_date (self, "%Y-%m-%dT%H:%M:%S-05:00[America/Lima]");
    case PAZ_VALUE_FLAG:
      return g_variant_new_boolean (pick (self, 2) == 0);
    case PAZ_VALUE_TRILINGUAL:
      return make_trilingual (self, field);
    case PAZ_VALUE_CHOICE:
    case PAZ_VALUE_LINK:
    case PAZ_VALUE_LINKS:
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_COUNTRY:
      return make_element (self, field);
    case PAZ_VALUE_HASH:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}

/* ---- records ---- */

/* Of ten fields nine that lists show, half of the others. */
static gboolean
is_filled (Load           *self,
           const PazField *field)
{
  if ((field->flags & (PAZ_FIELD_FILLED | PAZ_FIELD_HIDDEN | PAZ_FIELD_LOCAL)) != 0)
    return FALSE;
  if ((field->flags & PAZ_FIELD_REQUIRED) != 0)
    return TRUE;

  return pick (self, 10) < ((field->flags & PAZ_FIELD_LISTED) != 0 ? 9 : 5);
}

/* What the kind's rules object to stays empty. */
static void
drop_problems (PazRecord *record)
{
  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (GPtrArray) problems = paz_record_check (record);

      for (guint i = 0; i < problems->len; i++)
        {
          const PazProblem *problem = problems->pdata[i];

          if ((problem->field->flags & PAZ_FIELD_REQUIRED) == 0)
            paz_record_set_value (record, problem->field, NULL);
        }
      if (problems->len == 0)
        return;
    }
}

static void
remember (Load       *self,
          const char *kind,
          const char *id)
{
  GPtrArray *ids = g_hash_table_lookup (self->ids, kind);

  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->ids, g_strdup (kind), ids);
    }
  g_ptr_array_add (ids, g_strdup (id));
}

static void
commit (Load *self)
{
  g_autoptr (GError) error = NULL;

  if (self->n > 0 && !paz_store_apply (self->store, self->edit, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  g_clear_pointer (&self->edit, paz_edit_free);
  self->edit = paz_edit_new ();
  self->n = 0;
}

/* participant: of a record that belongs to one; NULL: any. */
static char *
add_record (Load          *self,
            const PazKind *kind,
            const char    *container,
            const char    *participant)
{
  const PazField *whose = paz_kind_find_field (kind, "participant");
  g_autoptr (PazRecord) record = NULL;
  guint8 random[10];
  char id[PAZ_UUID_SIZE];

  for (guint i = 0; i < sizeof random; i++)
    random[i] = (guint8) pick (self, 256);
  paz_uuid_make (G_GINT64_CONSTANT (1767225600000), random, id);
  record = paz_record_new (kind, id, self->owner, container);
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_filled (self, &kind->fields[i]))
      paz_record_set_value (record, &kind->fields[i], make_value (self, &kind->fields[i]));
  if (participant != NULL && whose != NULL)
    paz_record_set_value (record, whose, g_variant_new_string (participant));
  drop_problems (record);
  paz_edit_put (self->edit, record);
  self->n++;
  remember (self, kind->key, id);

  return g_strdup (id);
}

static void
add_children (Load          *self,
              const PazKind *kind,
              const char    *container,
              guint          n)
{
  GPtrArray *participants = g_hash_table_lookup (self->ids, "participant");
  gboolean each = n == PER_PARTICIPANT && paz_kind_find_field (kind, "participant") != NULL;

  n = n == PER_PARTICIPANT ? participants->len : n;
  for (guint i = 0; i < n; i++)
    g_free (add_record (self, kind, container, each ? participants->pdata[i] : NULL));
}

static void
add_kind (Load          *self,
          const PazKind *kind,
          const Share   *share,
          guint          percent)
{
  const PazKind * const *children = paz_kind_list_children (kind);
  guint n = MAX (1, share->n * percent / 100);

  for (self->count = 0; self->count < n; self->count++)
    {
      g_autofree char *id = add_record (self, kind, NULL, NULL);

      for (guint i = 0; share->children > 0 && children != NULL && children[i] != NULL; i++)
        add_children (self, children[i], id, share->children);
      if (self->n >= BATCH)
        commit (self);
    }
  commit (self);
}

static void
remember_reference (Load       *self,
                    const char *kind)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find (kind));
  g_autoptr (GPtrArray) ids = paz_store_find (self->store, query, NULL, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    remember (self, kind, ids->pdata[i]);
}

void
paz_load_fill (PazStore *store,
               guint     share)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2022);
  g_autoptr (PazRecord) probe = paz_store_create_record (store, paz_kind_find ("task"), NULL);
  g_autofree char *owner = g_strdup (paz_record_get_owner (probe));
  Load self = {
    .store = store,
    .random = random,
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref),
    .owner = owner,
    .edit = paz_edit_new (),
  };

  remember_reference (&self, "participant");
  remember_reference (&self, "mission");
  remember_reference (&self, "provision");
  remember_reference (&self, "centre");
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      const PazKind *kind = paz_kind_find (shares[i].kind);

      if (kind != NULL)
        add_kind (&self, kind, &shares[i], share);
    }
  g_clear_pointer (&self.edit, paz_edit_free);
  g_hash_table_unref (self.ids);
}
