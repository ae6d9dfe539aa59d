using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LoginHandler(
    IReadRepository<Membership> memberships, IAccountStore accounts, IPasswordHasher passwords, ICallerContext context, ISender sender)
    : IRequestHandler<Login, SignInResponse>
{
    public async Task<SignInResponse> Handle(Login request, CancellationToken cancellationToken)
    {
        var password = request.Password!;
        var found = await memberships.FirstOrDefaultAsync(new CredentialsByEmail(EmailAddress.Parse(request.Email!)), cancellationToken);

        // How long the answer takes must not tell whether there is an account, a password or a locked door (OWASP ASVS 5.0, 6.3.8). So a password is
        // verified even where there is none, and whoever is wrong still comes as far as opening a session: as nobody, who has no account.
        var isRight = await passwords.VerifyAsync(password, found?.PasswordHash, cancellationToken);
        var credentials = isRight && found is not null ? found : Credentials.Nobodys;

        // The least role, until Users has told the real one.
        context.Enter(new Caller(credentials.UserId, credentials.OrganizationId, UserRole.Viewer));
        var proof = new SignInProof(SignInMethod.Password, credentials.PasswordChangedAt);
        var response = await sender.Send(new OpenSession(credentials.AccountId, proof), cancellationToken);
        if (credentials.PasswordHash is not { } hash)
        {
            throw AccessErrors.InvalidCredentials();
        }

        if (passwords.NeedsRehash(hash))
        {
            await accounts.UpgradeHashAsync(credentials.AccountId, hash, await passwords.HashAsync(password, cancellationToken), cancellationToken);
        }

        return response;
    }
}
