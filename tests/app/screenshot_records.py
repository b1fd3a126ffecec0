"""Records of the kinds of network, women, training and interoperability, for the pictures."""

RECORDS = [
    ['complementarity', 'activity.es=Cursos y estándares de entrenamiento', 'activity.src=es',
     'activity.en=Courses and training standards', 'activity.pt=Cursos e padrões de treinamento',
     'category=training', 'provision=O.d', 'doer=both', 'reading=overlaps', 'proposed_owner=alcopaz', 'status=proposed',
     'relacopaz.es=Facilita y fortalece lo que hacen los centros; reúne a los ministerios.',
     'alcopaz.es=Cursos con estándares de la ONU, intercambio de instructores y alumnos, revista anual.',
     'evidence=Estatuto de ALCOPAZ, artículos 4 y 5; Declaración de Lima, O.d y F.e',
     'measure.es=Una sola lista de cursos, que lleva ALCOPAZ; RELACOPAZ pide plazas y recoge necesidades.',
     'responsible=BRA', 'due=2026-11'],
    ['complementarity', 'activity.es=Contingentes combinados', 'category=deployment', 'provision=O.b',
     'doer=relacopaz', 'reading=complements', 'proposed_owner=relacopaz'],
    ['expense', 'activity.es=Participación en la reunión preparatoria de Asunción', 'participant=PER',
     'date=2025-10-08', 'amount=3480.50 USD · 2025-10-08 · Orden de servicio 412', 'status=spent', 'category=travel',
     'budget_line=2.3.2.1', 'reference=OS-412/2025'],
    ['barrier_assessment', 'barrier=mowip_5', 'participant=URY', 'institution=Ejército Nacional',
     'barrier_level=medium', 'date=2020', 'method=mowip', 'respondents=380',
     'evidence.es=De las personas consultadas, 41 de 380 dijeron que su alojamiento no separaba a mujeres y hombres.',
     'evidence.src=es', 'good_practice.es=Los módulos nuevos llevan baños separados.'],
    ['barrier_assessment', 'barrier=ury_1', 'participant=URY', 'institution=Ejército Nacional', 'barrier_level=high'],
    *[['measure', 'in=Peace operations infrastructure · Ejército Nacional', f'title.es={title}',
       f'responsible={who}', f'status={status}', f'start={start}', f'due={due}']
      for title, who, status, start, due in (
          ('Alojamiento y baños separados en toda unidad nueva', 'Dirección de Logística', 'in_progress', '2025', '2026-06'),
          ('Informar antes de la inscripción sobre las condiciones de vida', 'ENOPU', 'completed', '2024', '2024-12'))],
    *[['candidate_funnel', 'participant=PER', 'year=2025', 'component=military', f'stage={stage}', f'women={women}',
       f'men={men}', 'as_of=2025-12-31', 'source=Comando Conjunto, oficio 88-2026',
       'criteria.es=Personal superior y subalterno con dos años de servicio y aptitud médica A.']
      for stage, women, men in (('eligible', 412, 3900), ('candidates', 96, 610), ('selected', 40, 240),
                                ('trained', 38, 231), ('deployed', 34, '?'))],
    ['course', 'title.es=Oficiales de Estado Mayor de las Naciones Unidas', 'title.src=es',
     'title.en=United Nations staff officers', 'title.pt=Oficiais de Estado-Maior das Nações Unidas',
     'centre=CECOPAC · Chile', 'type=staff_officer', 'mode=in_person', 'standard=UNSOC 2024', 'languages=en,es',
     'starts=2026-05-04', 'ends=2026-05-22', 'status=open', 'seats=30', 'seats_for_others=12', 'apply_by=2026-03-20',
     'requirements.es=Capitán o mayor; inglés funcional. El centro da alojamiento; el pasaje lo paga el país.'],
    *[['course_seats', 'in=Oficiales de Estado Mayor de las Naciones Unidas', f'participant={who}',
       'component=military', f'stage={stage}', f'women={women}', f'men={men}']
      for who, stage, women, men in (('PER', 'granted', 1, 1), ('PRY', 'requested', 0, 2), ('URY', 'requested', '?', 2))],
    ['practice', 'title.es=Lavandería con recuperación de agua en climas secos', 'title.src=es',
     'title.en=Laundry with water recovery in dry climates', 'type=good_practice', 'participant=URY', 'status=reviewed',
     'topics=environment,logistics', 'mission=MONUSCO', 'unit_type=inf_bn', 'from=2017', 'to=2019-06',
     'context.es=Batallón de 900 personas; el agua llegaba en cisternas cada dos días.',
     'lesson.es=Con dos decantadores se bajó el consumo de 62 a 40 litros por persona y día.',
     'priorities=a4p_6,a4pp_6,a4pp_x2'],
    ['interoperability_topic', 'title.es=Evacuación médica desde el puesto avanzado', 'title.src=es',
     'title.en=Medical evacuation from the forward post', 'area=medical', 'lead=ARG',
     'reference=Medical Support Manual for UN Field Missions, 3rd ed., 2015',
     'questions.es=¿Quién autoriza? ¿Qué tiempo se exige? ¿Qué grupos sanguíneos lleva la unidad?'],
    *[['standing', 'in=Evacuación médica desde el puesto avanzado', f'participant={who}', f'equivalence={equivalence}',
       f'document={document}', f'edition={edition}', f'reviewed={reviewed}', f'caveat.es={caveat}']
      for who, equivalence, document, edition, reviewed, caveat in (
          ('ARG', 'same', 'Manual conjunto de sanidad', '2019', '2025-04', ''),
          ('CHL', 'similar', 'DNS-7', '2021', '2024', 'El helicóptero no vuela de noche sin escolta.'),
          ('PER', '?', '', '', '', ''))],
    ['fatality', 'casualty_id=MINUSTAH-2006-01-00001', 'date=2006-01', 'mission=MINUSTAH', 'mission_name=MINUSTAH',
     'nationality=PER', 'gender=male', 'personnel=military', 'incident=accident'],
]

PAGES = [
    *(f'{page}:{kind}' for page in ('form', 'kind') for kind in (
        'complementarity', 'expense', 'fatality', 'barrier_assessment', 'candidate_funnel', 'centre', 'course',
        'practice', 'interoperability_topic')),
]
