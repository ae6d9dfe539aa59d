using CleanApi.Infrastructure.Idempotency;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanApi.WebApi.IntegrationTests.Idempotency;

/// <summary>What is stored of an answer, for whom, and how long.</summary>
public sealed class StorageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R229")]
    [Trait("Requirement", "R100")]
    public async Task Neither_an_answer_nor_its_key_can_be_read_in_the_database()
    {
        using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        var key = KeyedCalls.NewKey();
        var secret = (await admin.PostAsync(key, "/api/v1/api-keys", """{"name":"Stored"}""")).Json.Text("data.attributes.key")!;
        var rows = await api.ScalarAsync<string>(
            "select string_agg(concat_ws(' ', t::text, encode(encrypted_answer, 'escape'), encode(scope_hash, 'escape')), ' ') from idempotency.idempotent_answers t");
        rows.Should().NotBeEmpty().And.NotContain(secret).And.NotContain(secret[^20..]).And.NotContain(key).And.NotContain("Stored");
    }

    [Fact]
    [Trait("Requirement", "R229")]
    [Trait("Requirement", "R7")]
    public async Task A_tenant_sees_its_own_answers_only()
    {
        foreach (var email in (string[])[ApiFixture.Admin, ApiFixture.OtherAdmin])
        {
            using var client = api.CreateClient(await api.SignInAsync(email));
            (await client.SendAsync(KeyedCalls.NewKey(), "PATCH", KeyedCalls.Me, """{"bio":"Ours"}""")).Status.Should().Be(200);
        }

        var globex = await api.ScalarAsync<Guid>($"select organization_id from users.users where email = '{ApiFixture.OtherAdmin}'");
        await using var connection = await api.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        async Task<object?> ReadAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync();
        }

        await ReadAsync("set local role cleanapi_app");
        (await ReadAsync("select count(*) from idempotency.idempotent_answers")).Should().Be(0L, "no tenant is set");
        await ReadAsync($"select set_config('app.organization_id', '{globex}', true)");
        (await ReadAsync("select count(*) filter (where organization_id <> app.current_organization()) from idempotency.idempotent_answers")).Should().Be(0L);
        (await ReadAsync("select count(*) from idempotency.idempotent_answers")).Should().NotBe(0L);
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task After_24_hours_a_key_is_a_new_one_and_the_answer_is_deleted_whosever_it_was()
    {
        var key = KeyedCalls.NewKey();
        await ChangeAsync(ApiFixture.Admin, key, isReplayed: false);
        await ChangeAsync(ApiFixture.OtherAdmin, key, isReplayed: false);
        api.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        await PurgeAsync();
        await ChangeAsync(ApiFixture.Admin, key, isReplayed: true);
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(ApiFixture.Admin, key, isReplayed: false);
        await PurgeAsync();
        (await api.StoredAsync()).Should().Be(1, "one was stored again");
        await ChangeAsync(ApiFixture.Admin, key, isReplayed: true);
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task A_failure_in_the_middle_leaves_neither_an_effect_nor_an_answer()
    {
        using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        var (key, body) = (KeyedCalls.NewKey(), KeyedCalls.NewUser());
        await api.ExecuteAsync("alter table auditing.audit_logs add constraint fails check (false) not valid");
        try
        {
            (await admin.PostAsync(key, KeyedCalls.Users, body)).Status.Should().Be(500);
        }
        finally
        {
            await api.ExecuteAsync("alter table auditing.audit_logs drop constraint fails");
        }

        (await api.UsersOfAsync(body)).Should().Be(0);
        var answer = await admin.PostAsync(key, KeyedCalls.Users, body);
        (answer.Status, answer.IsReplayed()).Should().Be((201, false));
        (await api.UsersOfAsync(body)).Should().Be(1);
    }

    private async Task ChangeAsync(string email, string key, bool isReplayed)
    {
        using var client = api.CreateClient(await api.SignInAsync(email));
        var answer = await client.SendAsync(key, "PATCH", KeyedCalls.Me, """{"bio":"Kept"}""");
        (answer.Status, answer.IsReplayed()).Should().Be((200, isReplayed));
    }

    private Task PurgeAsync() =>
        api.Services.GetServices<IHostedService>().OfType<IdempotencyHousekeeping>().Single().RunOnceAsync(CancellationToken.None);
}
