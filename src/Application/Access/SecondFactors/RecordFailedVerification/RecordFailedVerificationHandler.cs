using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RecordFailedVerificationHandler(IRepository<Account> accounts, IMailOutbox outbox, TimeProvider clock)
    : IRequestHandler<RecordFailedVerification, Unit>
{
    public async Task<Unit> Handle(RecordFailedVerification command, CancellationToken cancellationToken)
    {
        if (await accounts.SingleOrDefaultAsync(new AccountById(command.AccountId), cancellationToken) is not { } account)
        {
            return Unit.Value;
        }

        var now = clock.GetUtcNow();
        account.FailVerification(now);
        if (account.VerificationFailures == Account.MaxVerificationFailures)
        {
            // Whoever guesses codes knows the password already; whoever guesses the password here has a session.
            var notice = $"Somebody gave {Account.MaxVerificationFailures} wrong codes or passwords in a row for your account";
            outbox.Add(new SecurityNoticeMail(account.Email, notice, now));
        }

        return Unit.Value;
    }
}
