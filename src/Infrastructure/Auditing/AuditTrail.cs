using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Common;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Auditing;

/// <inheritdoc cref="IAuditTrail" />
internal sealed class AuditTrail(CleanApiDbContext db, DbContextLease lease, ICallerContext context, TimeProvider clock) : IAuditTrail
{
    /// <inheritdoc />
    public void Record(string action, string module)
    {
        db.ChangeTracker.DetectChanges();
        var target = db.ChangeTracker.Entries<IAggregateRoot>()
            .FirstOrDefault(entry => entry.State is EntityState.Added or EntityState.Modified && AuditChanges.ModuleOf(entry.Metadata) == module);
        if (target is null)
        {
            return;
        }

        db.Add(Entry(action, AuditOutcome.Succeeded, AuditChanges.TypeOf(target.Metadata), target.Entity.PublicId, AuditChanges.Of(target)));
    }

    /// <inheritdoc />
    public void RecordDone(string action, string targetType, string targetId) =>
        db.Add(Entry(action, AuditOutcome.Succeeded, targetType, targetId, AuditChanges.None));

    /// <inheritdoc />
    public void RecordRefused(string action, string targetType, string? targetId) =>
        db.Add(Entry(action, AuditOutcome.Denied, targetType, targetId, AuditChanges.None, isByCaller: false));

    /// <inheritdoc />
    public async Task RecordDeniedAsync(string action, string? targetId, CancellationToken cancellationToken)
    {
        await using var own = lease.Take(context);
        await using var transaction = await own.Database.BeginTransactionAsync(cancellationToken);
        own.Add(Entry(action, AuditOutcome.Denied, targetType: null, targetId, AuditChanges.None));
        await own.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private AuditLog Entry(string action, AuditOutcome outcome, string? targetType, string? targetId, string changes, bool isByCaller = true)
    {
        var now = clock.GetUtcNow();
        var caller = context.Required;
        return new AuditLog
        {
            Id = TypeId.New<AuditLogId>(now),
            OrganizationId = caller.OrganizationId,
            ActorId = isByCaller ? caller.UserId : null,
            ApiKeyId = caller.ApiKey?.Id,
            Action = action,
            Outcome = outcome,
            TargetType = targetType,
            TargetId = targetId,
            Changes = changes,
            IpAddress = context.Origin.IpAddress,
            UserAgent = context.Origin.UserAgent,
            RequestId = context.Origin.RequestId,
            CreatedAt = now,
        };
    }
}
