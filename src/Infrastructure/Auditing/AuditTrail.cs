using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CleanApi.Infrastructure.Auditing;

/// <inheritdoc cref="IAuditTrail" />
internal sealed class AuditTrail(CleanApiDbContext db, DbContextLease lease, ICallerContext context, TimeProvider clock) : IAuditTrail
{
    private const string UserType = "user";

    private readonly List<(string Action, AuditOutcome Outcome, IAggregateRoot Target)> pending = [];
    private string? commandAction;
    private IAggregateRoot? commandTarget;
    private bool hasFailure;

    /// <inheritdoc />
    public void Begin(string? action) => commandAction = action;

    /// <inheritdoc />
    public void Record(IAggregateRoot target)
    {
        Record(commandAction ?? throw new InvalidOperationException("The command names no audit action: give it [Audited], or name the action here."), target);
        commandTarget = target;
    }

    /// <inheritdoc />
    public void Record(string action, IAggregateRoot target) => pending.Add((action, AuditOutcome.Succeeded, target));

    /// <inheritdoc />
    public void RecordFailure(string action, UserId? user)
    {
        hasFailure = true;
        db.Add(Entry(action, AuditOutcome.Denied, actor: null, UserType, user?.ToString(), AuditChanges.None));
    }

    /// <inheritdoc />
    public void RecordFailure(string action, IAggregateRoot target) => pending.Add((action, AuditOutcome.Denied, target));

    /// <inheritdoc />
    public async Task RecordDeniedAsync(string action, string? targetId, CancellationToken cancellationToken)
    {
        await using var own = lease.Rent(context);
        await using var transaction = await own.Database.BeginTransactionAsync(cancellationToken);
        own.Add(Entry(action, AuditOutcome.Denied, context.Required.ActingUserId, targetType: null, targetId, AuditChanges.None));
        await own.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Discards what a rolled-back attempt of a unit of work has recorded.</summary>
    public void Reset()
    {
        pending.Clear();
        commandTarget = null;
        hasFailure = false;
    }

    /// <summary>Adds the entries to the current save. Requires that DetectChanges has run.</summary>
    /// <exception cref="InvalidOperationException">An audited command has changed an aggregate and recorded no target.</exception>
    /// <exception cref="PreconditionFailedError">The target of the command was read at a version that the caller does not allow.</exception>
    public void Write()
    {
        if (commandAction is not null && pending.Count == 0 && !hasFailure && db.ChangeTracker.Entries<IAggregateRoot>().Any(IsChanged))
        {
            throw new InvalidOperationException($"The command {commandAction} has changed something and names no audit target: call IAuditTrail.Record.");
        }

        if (commandTarget is not null && db.Entry(commandTarget) is { State: not EntityState.Added } read)
        {
            context.Preconditions.Require((long)read.OriginalValues[nameof(IAggregateRoot.Version)]!);
        }

        foreach (var (action, outcome, target) in pending)
        {
            var entry = db.Entry(target);
            // A denied attempt is one even if nothing came of it.
            if (outcome == AuditOutcome.Denied || IsChanged(entry))
            {
                var actor = outcome == AuditOutcome.Succeeded ? context.Required.ActingUserId : null;
                db.Add(Entry(action, outcome, actor, AuditChanges.TypeOf(entry.Metadata), target.PublicId, AuditChanges.Of(entry)));
            }
        }

        Reset();
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified;

    private AuditLog Entry(string action, AuditOutcome outcome, UserId? actor, string? targetType, string? targetId, string changes)
    {
        var now = clock.GetUtcNow();
        var caller = context.Required;
        // What somebody does who is nobody in this organization, as declining its invitation, tells it nothing of where they are.
        var origin = caller is SystemCaller { OnBehalfOf: null } ? context.Origin with { IpAddress = null, UserAgent = null } : context.Origin;
        return new AuditLog
        {
            Id = TypeId.New<AuditLogId>(now),
            OrganizationId = caller.OrganizationId,
            ActorId = actor,
            ApiKeyId = (caller as ApiKeyCaller)?.ApiKeyId,
            Action = action,
            Outcome = outcome,
            TargetType = targetType,
            TargetId = targetId,
            Changes = changes,
            IpAddress = origin.IpAddress,
            UserAgent = origin.UserAgent,
            RequestId = origin.RequestId,
            CreatedAt = now,
        };
    }
}
