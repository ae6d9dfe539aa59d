using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CleanApi.Infrastructure.Auditing;

/// <inheritdoc cref="IAuditTrail" />
internal sealed class AuditTrail(CleanApiDbContext db, DbContextLease lease, ICallerContext context, RefusalLimit limit, TimeProvider clock) : IAuditTrail
{
    // With a reason where it failed. Of what is only used, there is an entry without changes too.
    private readonly List<(string Action, string? Reason, IAggregateRoot Target, bool IsUse, AuditChange? Change)> pending = [];
    private string? commandAction;
    private IAggregateRoot? commandTarget;

    /// <inheritdoc />
    public AuditTarget? Attempt { get; set; }

    private string CommandAction =>
        commandAction ?? throw new InvalidOperationException("The command names no audit action: give it [Audited], or name the action here.");

    /// <inheritdoc />
    public void Begin(string? action) => commandAction = action;

    /// <inheritdoc />
    public void Record(IAggregateRoot target) => RecordCommand(target, isUse: false);

    /// <inheritdoc />
    public void Record(string action, IAggregateRoot target) => pending.Add((action, null, target, false, null));

    /// <inheritdoc />
    public void Record(string action, IAggregateRoot target, AuditChange change) => pending.Add((action, null, target, false, change));

    /// <inheritdoc />
    public void RecordFailure(string action, string reason, IAggregateRoot target) => pending.Add((action, reason, target, false, null));

    /// <inheritdoc />
    public void RecordUse(IAggregateRoot target) => RecordCommand(target, isUse: true);

    /// <inheritdoc />
    public void RecordUse(AuditTarget about, string? action = null) =>
        db.Add(Entry(action ?? CommandAction, AuditOutcome.Succeeded, reason: null, about, AuditChanges.None, hasActor: true));

    /// <inheritdoc />
    public async Task<bool> RecordRefusalAsync(Refusal refusal)
    {
        var isDenied = refusal.Outcome == AuditOutcome.Denied && context.Caller?.OrganizationId == refusal.Target.OrganizationId;
        var source = RefusalSource.Of(refusal, context);
        if (refusal.Window is { } window && !limit.TryTake(source, window))
        {
            return false;
        }

        try
        {
            // As the caller who is denied: the statement tells whether their credential is still valid.
            return await context.RunAsAsync(isDenied ? context.Required : new SystemCaller(refusal.Target.OrganizationId), () => WriteAsync(refusal, isDenied));
        }
        catch
        {
            limit.Release(source);
            throw;
        }
    }

    /// <summary>Discards what a rolled-back attempt of a unit of work has recorded.</summary>
    public void Reset()
    {
        pending.Clear();
        commandTarget = null;
    }

    /// <summary>Adds the entries to the current save. Requires that DetectChanges has run.</summary>
    /// <exception cref="InvalidOperationException">An audited command has changed an aggregate and recorded no target.</exception>
    /// <exception cref="PreconditionFailedError">The target of the command was read at a version that the caller does not allow.</exception>
    public void Write()
    {
        if (commandAction is not null && pending.Count == 0 && db.ChangeTracker.Entries<IAggregateRoot>().Any(IsChanged))
        {
            throw new InvalidOperationException($"The command {commandAction} has changed something and names no audit target: call IAuditTrail.Record.");
        }

        if (commandTarget is not null && db.Entry(commandTarget) is { State: not EntityState.Added } read)
        {
            context.Preconditions.Require((long)read.OriginalValues[nameof(IAggregateRoot.Version)]!);
        }

        foreach (var (action, reason, target, isUse, change) in pending)
        {
            var entry = db.Entry(target);
            // A failed attempt is one even if nothing came of it.
            if (reason is not null || isUse || IsChanged(entry))
            {
                var about = new AuditTarget(context.Required.OrganizationId, AuditChanges.TypeOf(entry.Metadata), target.PublicId);
                db.Add(Entry(action, reason is null ? AuditOutcome.Succeeded : AuditOutcome.Failed, reason, about, AuditChanges.Of(entry, change), hasActor: reason is null));
            }
        }

        Reset();
    }

    private void RecordCommand(IAggregateRoot target, bool isUse)
    {
        pending.Add((CommandAction, null, target, isUse, null));
        commandTarget = target;
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified;

    // Not cancelled by a client that hangs up; the command timeout bounds it.
    private async Task<bool> WriteAsync(Refusal refusal, bool isDenied)
    {
        await using var own = lease.Rent(context);
        own.Database.AutoSavepointsEnabled = false;
        await using var transaction = await own.Database.BeginTransactionAsync(CancellationToken.None);
        own.Add(Entry(refusal.Action, refusal.Outcome, refusal.Reason, refusal.Target, AuditChanges.None, isDenied));
        await own.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    private AuditLog Entry(string action, AuditOutcome outcome, string? reason, AuditTarget target, string changes, bool hasActor)
    {
        var now = clock.GetUtcNow();
        var actor = hasActor ? context.Required : null;
        // What somebody does who is nobody in this organization, as declining its invitation, tells it nothing of where they are.
        var origin = actor is SystemCaller { OnBehalfOf: null } ? context.Origin with { IpAddress = null, UserAgent = null } : context.Origin;
        return new AuditLog
        {
            Id = TypeId.New<AuditLogId>(now),
            OrganizationId = target.OrganizationId,
            ActorId = actor?.ActingUserId,
            ApiKeyId = (actor as ApiKeyCaller)?.ApiKeyId,
            Action = action,
            Outcome = outcome,
            Reason = reason,
            TargetType = target.Type,
            TargetId = target.Id,
            Changes = changes,
            IpAddress = origin.IpAddress,
            UserAgent = origin.UserAgent,
            RequestId = origin.RequestId,
            CreatedAt = now,
        };
    }
}
