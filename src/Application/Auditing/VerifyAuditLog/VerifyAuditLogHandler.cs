using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Common;
using MediatR;

namespace CleanApi.Application.Auditing;

internal sealed class VerifyAuditLogHandler(IAuditChain chain, IUnitOfWork unit, IAuditTrail audit, ICallerContext context)
    : IRequestHandler<VerifyAuditLog, AuditVerificationResponse>
{
    public async Task<AuditVerificationResponse> Handle(VerifyAuditLog command, CancellationToken cancellationToken)
    {
        var organization = context.Required.OrganizationId;
        var after = command is { Position: { } position, Digest: { } digest } ? new AuditPlace(position, digest) : null;
        var found = await chain.VerifyForRequestAsync(organization, after, cancellationToken);
        return await unit.ExecuteAsync(
            _ =>
            {
                audit.RecordUse(new AuditTarget(organization, "organization", TypeId.Format(organization)));
                return Task.FromResult(found);
            },
            cancellationToken);
    }
}
