using System.Globalization;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>Checks the chain of one audit log, or of all: one line each.</summary>
internal sealed class AdminVerifyAudit : ProgramCommand
{
    private const string Organization = "--organization";

    /// <inheritdoc />
    public override string Words => "admin verify-audit";

    /// <inheritdoc />
    public override string Arguments => "[--organization ORGANIZATION]";

    /// <inheritdoc />
    public override string Summary => "Checks that nobody has changed, deleted, moved or inserted an entry of an audit log.";

    /// <inheritdoc />
    public override IReadOnlyList<string> Options => [Organization];

    /// <inheritdoc />
    public override string? Refuse(IReadOnlyList<string> arguments) => arguments switch
    {
        [] => null,
        [Organization, var id] => TypeId.TryParse<OrganizationId>(id, out _) ? null : $"{id} is no organization: an id begins with org_.",
        _ => $"{arguments[0]} is not expected.",
    };

    /// <inheritdoc />
    public override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var chain = run.Services.GetRequiredService<AuditChain>();
        var organizations = run.Arguments is [_, var id] && TypeId.TryParse<OrganizationId>(id, out var one)
            ? [one] : await run.Services.GetRequiredService<AuditSeals>().OrganizationsAsync(cancellationToken);
        var exitCode = Done;
        foreach (var organization in organizations)
        {
            var found = await chain.VerifyAsync(organization, after: null, within: null, cancellationToken);
            var state = found.FirstBroken is { } broken
                ? $"{broken.Fault.ToString().ToUpperInvariant()} position {broken.Position?.ToString(CultureInfo.InvariantCulture) ?? "-"} entry {broken.EntryId?.ToString() ?? "-"}"
                : "WHOLE";
            await run.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{organization} {state} checked {found.Checked} unsealed {found.Unsealed ?? 0} begin {found.FirstPosition} end {found.Position} {found.Digest ?? "-"}"));
            exitCode = found.FirstBroken is null ? exitCode : Failed;
        }

        return exitCode;
    }
}
