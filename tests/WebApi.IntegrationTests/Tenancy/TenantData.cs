using CleanApi.Domain.Common;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Tenancy;

/// <summary>What one organization has, seen past row-level security.</summary>
internal sealed class TenantData
{
    private const string KeyPrefix = "key";

    // What nobody has in the demo data, because it takes an authenticator. Of somebody who does not sign in here: who has one is asked for it.
    private static readonly string[] Arrangements =
    [
        """
        insert into access.passkeys (id, account_id, credential_id, public_key, name, sign_count, transports, is_user_verified, is_backup_eligible,
          is_backed_up, version, created_at, updated_at)
        select gen_random_uuid(), id, uuid_send(gen_random_uuid()), uuid_send(gen_random_uuid()), 'Arranged', 0, '', true, false, false, 1, created_at, created_at
        from access.accounts where email = 'user01@acme.test' and not exists (select 1 from access.passkeys)
        """,
    ];

    private readonly ApiFixture api;
    private readonly Guid organization;
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    private TenantData(ApiFixture api, Guid organization) => (this.api, this.organization) = (api, organization);

    /// <summary>The id of a prefix; of no row at all.</summary>
    public static string Unknown(string prefix) => TypeId.Format(prefix, Guid.CreateVersion7());

    /// <summary>The organization of a user, who is signed in so that there is a session.</summary>
    public static async Task<TenantData> OfAsync(ApiFixture api, string email)
    {
        await api.TokenAsync(email);
        await AddApiKeyAsync(api, email);
        foreach (var arrangement in Arrangements)
        {
            await api.ExecuteAsync(arrangement);
        }

        var data = new TenantData(api, await api.ScalarAsync<Guid>($"select organization_id from users.users where email = '{email}'"));
        Guid? before = null;
        foreach (var (prefix, source) in IdSources.All)
        {
            if (await api.ScalarAsync<Guid?>(string.Format(null, source, data.organization, before)) is { } id)
            {
                before = id;
                data.ids[prefix] = TypeId.Format(prefix, id);
            }
        }

        data.ids[KeyPrefix] = TypeId.Format(KeyPrefix, await api.ScalarAsync<Guid>(
            $"select k.id from access.api_keys k join users.users u on u.id = k.user_id where u.email = '{email}' and k.replaced_by is null order by k.id desc limit 1"));
        await data.AddOthersAsync();
        await data.AddAvatarAsync();
        Directory.CreateDirectory(api.FileDirectory);
        await File.WriteAllBytesAsync(Path.Combine(api.FileDirectory, data.Id("file")), UploadedFile.Picture.Bytes);
        return data;
    }

    /// <summary>
    /// Has somebody own the passkey, the external identity and the session, which nobody else can do anything with. Their next sign-in is asked for the
    /// passkey: this one comes first.
    /// </summary>
    public async Task<TenantData> WithCredentialsOfAsync(string email)
    {
        await api.TokenAsync(email);
        var account = await api.ScalarAsync<Guid>($"select id from access.accounts where email = '{email}'");
        await api.ExecuteAsync(
            $"""
            update access.passkeys set account_id = '{account}';
            update access.external_identities set account_id = '{account}';
            update access.sessions set is_multi_factor = true where account_id = '{account}'
            """);
        ids["ses"] = TypeId.Format("ses", await api.ScalarAsync<Guid>($"select id from access.sessions where account_id = '{account}' and revoked_at is null order by id limit 1"));
        return this;
    }

    /// <summary>Whether there is something with such an id.</summary>
    public bool Has(string prefix) => ids.ContainsKey(prefix);

    /// <summary>An id that exists.</summary>
    public string Id(string prefix)
    {
        ids.Should().ContainKey(
            prefix, "an operation takes ids with the prefix {0}: a collection that lists and creates them is missing, so say in TenantData how one is found", prefix);
        return ids[prefix];
    }

    /// <summary>The part after the prefix of every id of every row, whatever its table.</summary>
    public async Task<IReadOnlyList<string>> SuffixesAsync()
    {
        List<string> suffixes = [];
        foreach (var (_, rows) in await TablesAsync())
        {
            await using var command = api.Owner.CreateCommand($"select to_jsonb(t) ->> 'id' from {rows} where to_jsonb(t) ->> 'id' ~ '^[0-9a-f-]{{36}}$'");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                suffixes.Add(TypeId.Format("x", Guid.Parse(reader.GetString(0)))[2..]);
            }
        }

        return suffixes;
    }

    /// <summary>A checksum of each table's rows of the organization, but for the place in the log that an event is given afterwards.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> ChecksumsAsync()
    {
        Dictionary<string, string?> checksums = new(StringComparer.Ordinal);
        foreach (var (name, rows) in await TablesAsync())
        {
            checksums[name] = await api.ScalarAsync<string>($"select count(*) || ' ' || coalesce(md5(string_agg(whole, '|' order by whole)), '') from (select (to_jsonb(t) - 'position')::text as whole from {rows}) t");
        }

        return checksums;
    }

    // The first of the collection, as an administrator sees it; made with the example of the operation that creates one, where the collection is empty.
    // It is no resource of its own.
    private Task AddAvatarAsync() => api.ExecuteAsync(
        $"""
        insert into files.user_avatars (user_id, organization_id, content, sha256)
        select id, organization_id, 'RIFF', encode(sha256('RIFF'), 'hex') from users.users where id = '{Uuid("usr")}' on conflict do nothing;
        update users.users set avatar_url = '/api/v1/users/{Id("usr")}/avatar?version=' || left(encode(sha256('RIFF'), 'hex'), 16) where id = '{Uuid("usr")}'
        """);

    private Guid Uuid(string prefix) => TypeId.TryParse(Id(prefix), out _, out var value) ? value : throw new FormatException(Id(prefix));

    private async Task AddOthersAsync()
    {
        var operations = (await ServedDocument.ReadAsync(api)).Operations;
        foreach (var one in operations.Where(operation => operation.Method == "GET" && operation.PathIds.Count() == 1 && operation.Path.EndsWith('}')))
        {
            var collection = one.Path[..one.Path.LastIndexOf('/')];
            var (prefix, create) = (one.PathIds.Single(), operations.SingleOrDefault(operation => operation.Method == "POST" && operation.Path == collection));
            if (Has(prefix) || IdSources.All.ContainsKey(prefix) || create is null || !create.Statuses.Contains(201))
            {
                continue;
            }

            // In a session of its own: whoever walks may end theirs. Of somebody whose sign-in leads to this organization, because it is their only one.
            using var client = api.CreateClient(await api.SignInAsync((await api.ScalarAsync<string>(
                $"select email from users.users where organization_id = '{organization}' and role = 'ADMIN' and deleted_at is null and email <> 'consultant@demo.test' order by created_at, id limit 1"))!));
            var listed = (await client.JsonAsync($"{collection}?limit=1")).GetProperty("data");
            if (listed.GetArrayLength() > 0)
            {
                ids[prefix] = listed[0].Text("id")!;
                continue;
            }

            var created = await client.AnswerAsync(create.Request(Unknown));
            created.Status.Should().Be(201, $"{create}: {created}");
            ids[prefix] = created.Json.Text("data.id")!;
        }
    }

    // Of the user's own, because nobody else can do everything with it.
    private static Task AddApiKeyAsync(ApiFixture api, string email) => api.ExecuteAsync(
        $"""
        insert into access.api_keys (id, organization_id, user_id, name, mode, scopes, hash, last_four, stamp, version, created_at, updated_at)
        select '{Guid.CreateVersion7()}', organization_id, id, 'Import', 'LIVE', '', encode(sha256('{Guid.NewGuid():N}'), 'hex'), 'abcd', 1, 1, now(), now() from users.users where email = '{email}'
        """);

    private async Task<IReadOnlyDictionary<string, string>> TablesAsync()
    {
        Dictionary<string, string> tables = new(StringComparer.Ordinal)
        {
            ["organizations.organizations"] = $"organizations.organizations t where id = '{organization}'",
            ["access.accounts"] = $"access.accounts t where id in (select account_id from access.memberships where organization_id = '{organization}')",
        };
        await using var command = api.Owner.CreateCommand(
            "select format('%I.%I', table_schema, table_name) from information_schema.columns join information_schema.tables using (table_schema, table_name) where column_name = 'organization_id' and table_type = 'BASE TABLE'");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            tables[reader.GetString(0)] = $"{reader.GetString(0)} t where organization_id = '{organization}'";
        }

        return tables.ToDictionary(table => table.Key, table => $"(select * from {table.Value}) t", StringComparer.Ordinal);
    }
}
