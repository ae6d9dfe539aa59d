using System.Text.Json;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.CommandLine;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Platform;

/// <summary>An API whose operator is at its command line.</summary>
public sealed class PlatformApi : UsersApi
{
    /// <summary>Carries out a command of the operator.</summary>
    internal async Task<(int Exit, string Output, string Errors)> RunAsync(ProgramCommand command, params string[] arguments)
    {
        command.Refuse(arguments).Should().BeNull();
        await using var output = new StringWriter { NewLine = "\n" };
        await using var errors = new StringWriter { NewLine = "\n" };
        var exit = await command.RunAsync(new CommandRun(Services, arguments, output, errors), CancellationToken.None);
        return (exit, output.ToString().TrimEnd('\n'), errors.ToString().TrimEnd('\n'));
    }

    /// <summary>The organization of somebody.</summary>
    public async Task<string> OrganizationAsync(string email) => (await GetAsync(email, "/api/v1/organization")).Text("data.id")!;

    /// <summary>All that is stored of users, accounts, memberships, sessions, events and audit entries, as one text: whether anything has changed.</summary>
    public Task<string?> EverythingAsync() => ScalarAsync<string>(
        """
        select md5(string_agg(line, ' ' order by line)) from (
          select 'u' || to_jsonb(u)::text as line from users.users u union all
          select 'a' || to_jsonb(a)::text from access.accounts a union all
          select 'm' || to_jsonb(m)::text from access.memberships m union all
          select 's' || (to_jsonb(s) - 'last_used_at' - 'last_seen_at')::text from access.sessions s union all
          select 'e' || id from events.outbox_events union all
          select 'l' || id from auditing.audit_logs) all_rows (line)
        """);

    /// <summary>The entry of an audit log about a user.</summary>
    public async Task<JsonElement> TransferEntryAsync(string userId)
    {
        var row = await ScalarAsync<string>($"select to_jsonb(l)::text from auditing.audit_logs l where action = 'user.transferred' and target_id = '{userId}'");
        return JsonElement.Parse(row!);
    }

    /// <summary>The names of the events about a user, in their order.</summary>
    public Task<string?> EventsAsync(string userId)
    {
        TypeId.TryParse<UserId>(userId, out var id).Should().BeTrue();
        return ScalarAsync<string>($"select string_agg(name, ' ' order by version, ordinal) from events.outbox_events where subject_id = '{id.Value}'");
    }
}
