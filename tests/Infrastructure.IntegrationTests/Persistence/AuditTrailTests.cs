using CleanApi.Application.Common.Auditing;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

public sealed class AuditTrailTests(PersistenceFixture fixture) : IClassFixture<PersistenceFixture>
{
    [Fact]
    public async Task A_failed_attempt_that_changed_nothing_leaves_an_entry_without_an_actor()
    {
        await RunAsync((audit, user) => audit.RecordFailure("user.attempted", RefusalReasons.WrongCode, user));
        (await ReadAsync("user.attempted")).Should().Equal($"FAILED WRONG_CODE user {fixture.Ada.Id} {{}} nobody");
    }

    [Fact]
    public async Task A_success_that_changed_nothing_leaves_none()
    {
        await RunAsync((audit, user) => audit.Record("user.looked_at", user));
        (await ReadAsync("user.looked_at")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_success_names_its_actor_and_what_it_changed()
    {
        await RunAsync((audit, user) =>
        {
            user.UpdateProfile("Ada", "Counts", null, DateTimeOffset.UtcNow);
            audit.Record("user.described", user);
        });
        (await ReadAsync("user.described")).Should().ContainSingle().Which.Should().StartWith($"SUCCEEDED user {fixture.Ada.Id} ").And.Contain("Counts").And.EndWith(" somebody");
    }

    private async Task RunAsync(Action<IAuditTrail, User> work)
    {
        await using var scope = fixture.As(fixture.Ada);
        await PersistenceFixture.CommitAsync(scope, async db =>
        {
            var user = await db.Set<User>().SingleAsync(candidate => candidate.Id == fixture.Ada.Id);
            work(scope.ServiceProvider.GetRequiredService<IAuditTrail>(), user);
            return user;
        });
    }

    private async Task<List<string>> ReadAsync(string action)
    {
        await using var command = fixture.Owner.CreateCommand(
            $"""
            select concat_ws(' ', outcome, reason, target_type, target_id, changes, case when actor_id is null then 'nobody' else 'somebody' end)
            from auditing.audit_logs where action = '{action}'
            """);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> entries = [];
        while (await reader.ReadAsync())
        {
            entries.Add(reader.GetString(0));
        }

        return entries;
    }
}
