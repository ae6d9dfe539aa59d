using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LoginHandler(
    IReadRepository<Membership> memberships, IAccountStore accounts, IPasswordHasher passwords, ICallerContext context, ISender sender)
    : IRequestHandler<Login, SessionResponse>
{
    public async Task<SessionResponse> Handle(Login request, CancellationToken cancellationToken)
    {
        var password = request.Password!;
        var credentials = await memberships.FirstOrDefaultAsync(new CredentialsByEmail(EmailAddress.Parse(request.Email!)), cancellationToken);

        // Also where there is no account or no password: how long the answer takes must not tell whether there is one (OWASP ASVS 5.0, 6.3.8).
        if (!await passwords.VerifyAsync(password, credentials?.PasswordHash, cancellationToken) || credentials?.PasswordHash is not { } hash)
        {
            throw AccessErrors.InvalidCredentials();
        }

        // The least role, until Users has told the real one.
        context.Enter(new Caller(credentials.UserId, credentials.OrganizationId, UserRole.Viewer));
        var session = await sender.Send(new OpenSession(credentials.AccountId, credentials.PasswordChangedAt), cancellationToken);
        if (passwords.NeedsRehash(hash))
        {
            await accounts.UpgradeHashAsync(credentials.AccountId, hash, await passwords.HashAsync(password, cancellationToken), cancellationToken);
        }

        return session;
    }
}
