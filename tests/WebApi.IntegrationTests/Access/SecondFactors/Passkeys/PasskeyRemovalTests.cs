using System.Net;
using CleanApi.Infrastructure.Access;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The removal of passkeys.</summary>
public sealed class PasskeyRemovalTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    [Fact]
    public async Task A_passkey_removed_during_a_sign_in_creates_no_session()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        await api.AddAsync(email, authenticator);
        var (token, options) = await api.ChallengeAsync();

        // Like a removal: locks the account, then deletes the passkey.
        await using var connection = await api.Owner.OpenConnectionAsync();
        await using var removal = await connection.BeginTransactionAsync();
        await ExecuteAsync($"select 1 from access.accounts where email = '{email}' for no key update");
        var signIn = api.VerifyAsync(token, authenticator.Get(options));
        await Probe.UntilAsync("the sign-in waits for the account", async () => await api.ScalarAsync<bool>(
            "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"));
        await ExecuteAsync(
            $"update access.passkeys set deleted_at = now() where account_id = (select id from access.accounts where email = '{email}')");
        await removal.CommitAsync();

        var (status, body) = await signIn;

        (status, body.Text("error.message")).Should().Be((HttpStatusCode.Unauthorized, "Invalid passkey"));

        async Task ExecuteAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task Only_passkeys_removed_30_days_ago_are_purged()
    {
        using var old = new SoftAuthenticator();
        using var recent = new SoftAuthenticator();
        using var live = new SoftAuthenticator();
        var email = await api.PersonAsync();
        await api.AddAsync(email, live, "Live");
        await RemovedAsync(await api.AddAsync(email, recent, "Recent"), "29 days 23 hours");
        await RemovedAsync(await api.AddAsync(email, old, "Old"), "30 days 1 hour");

        await api.Services.GetServices<IHostedService>().OfType<AccessHousekeeping>().Single().RunOnceAsync(CancellationToken.None);

        (await api.ScalarAsync<string>(
            $"""
            select string_agg(name, ', ' order by name) from access.passkeys
            where account_id = (select id from access.accounts where email = '{email}')
            """)).Should().Be("Live, Recent");

        // The clock is not advanced, because the sessions of other tests would expire.
        async Task RemovedAsync(string id, string ago)
        {
            (await api.RemoveAsync(email, id)).Status.Should().Be(HttpStatusCode.NoContent);
            await api.ExecuteAsync(
                $"""
                update access.passkeys set deleted_at = deleted_at - interval '{ago}'
                where deleted_at > now() - interval '1 day' and account_id = (select id from access.accounts where email = '{email}')
                """);
        }
    }
}
