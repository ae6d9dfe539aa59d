using CleanApi.Application.Auditing;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>Checks chains, in short statements.</summary>
internal sealed class AuditChain(AuditSeals seals, AuditSettings settings, TimeProvider clock) : IAuditChain
{
    // Seals that one statement compares, with entries of any size.
    private const int Batch = 2000;

    /// <inheritdoc />
    public Task<AuditVerificationResponse> VerifyForRequestAsync(OrganizationId organizationId, AuditPlace? after, CancellationToken cancellationToken) =>
        VerifyAsync(organizationId, after, settings.VerifyFor, cancellationToken);

    /// <summary>Compares entries of an organization with their seals, up to the first that does not fit.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="after">Behind this place; null: from the beginning.</param>
    /// <param name="within">After which time it is to end, at the end of a batch; null: at the end of the chain.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ValidationError">The place is before the beginning of the chain.</exception>
    public async Task<AuditVerificationResponse> VerifyAsync(
        OrganizationId organizationId, AuditPlace? after, TimeSpan? within, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        // The end of the chain at the beginning: what is sealed meanwhile is not compared.
        var head = await seals.HeadAsync(organizationId, cancellationToken);
        var (begin, broken) = await BeginAsync(organizationId, after, head, cancellationToken);
        var (last, compared) = (begin, 0L);
        var isComplete = last.Position >= head.End.Position;
        while (broken is null && !isComplete && (compared == 0 || within is null || clock.GetElapsedTime(started) < within))
        {
            var batch = await seals.CompareAsync(organizationId, last, (int)Math.Min(Batch, head.End.Position - last.Position), cancellationToken);
            compared += batch.Checked;
            isComplete = batch.Last.Position >= head.End.Position;
            broken = batch.Broken
                ?? (batch.Last.Position == Math.Min(last.Position + Batch, head.End.Position) ? null : new AuditBreak(AuditFault.Missing, batch.Last.Position + 1, null))
                ?? await InsertedAsync(organizationId, last, isComplete ? null : batch.Last, cancellationToken);
            last = batch.Last;
        }

        if (broken is null && isComplete)
        {
            broken = last.Digest != head.End.Digest ? new AuditBreak(AuditFault.Moved, last.Position, null)
                : compared == 0 ? await InsertedAsync(organizationId, last, null, cancellationToken)
                : null;
        }

        return new(
            organizationId,
            compared,
            isComplete || broken is not null,
            isComplete ? await seals.UnsealedAsync(organizationId, last, cancellationToken) : null,
            head.Dropped.Position + 1,
            last.Position,
            last.Digest.Length == 0 ? null : last.Digest,
            broken);
    }

    // Where the check begins, if what somebody has kept of the chain is what is there.
    private async Task<(AuditChainPlace Place, AuditBreak? Broken)> BeginAsync(
        OrganizationId organizationId, AuditPlace? after, AuditChainHead head, CancellationToken cancellationToken)
    {
        if (after is null)
        {
            return (head.Dropped, null);
        }

        if (after.Position < head.Dropped.Position)
        {
            throw ValidationError.Of(
                "position", FieldCodes.OutOfRange, $"Must be at least {head.Dropped.Position}: entries before it are not kept any more", FieldPlace.Query);
        }

        var there = after.Position == head.Dropped.Position ? head.Dropped : await seals.FindAsync(organizationId, after.Position, cancellationToken);
        return there is null ? (new(after.Position, after.Digest, null), new AuditBreak(AuditFault.Missing, after.Position, null))
            : (there, there.Digest == after.Digest ? null : new AuditBreak(AuditFault.Moved, after.Position, there.Entry));
    }

    private async Task<AuditBreak?> InsertedAsync(OrganizationId organizationId, AuditChainPlace since, AuditChainPlace? until, CancellationToken cancellationToken) =>
        await seals.FindInsertedAsync(organizationId, since.Entry, until?.Entry, cancellationToken) is { } entry ? new AuditBreak(AuditFault.Inserted, null, entry) : null;
}
