using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ReportPasskeyCounterHandler(IRepository<Passkey> passkeys, TimeProvider clock) : IRequestHandler<ReportPasskeyCounter, Unit>
{
    public async Task<Unit> Handle(ReportPasskeyCounter command, CancellationToken cancellationToken)
    {
        // Gone meanwhile, and then there is nothing to report.
        var passkey = await passkeys.SingleOrDefaultAsync(new PasskeyByCredential(command.CredentialId), cancellationToken);
        passkey?.NoteRegressedCounter(clock.GetUtcNow());
        return Unit.Value;
    }
}
