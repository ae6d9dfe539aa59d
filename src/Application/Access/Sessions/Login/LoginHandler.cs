using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LoginHandler(
    IReadRepository<Membership> memberships,
    IAccountStore accounts,
    IPasswordHasher passwords,
    ISignInAttempts attempts,
    ICallerContext context,
    ISender sender) : IRequestHandler<Login, SignInResponse>
{
    public async Task<SignInResponse> Handle(Login request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(request.Email!);

        // Before the attempt is counted: whoever is told to come again later has not failed.
        passwords.RequireCapacity();
        using var attempt = await attempts.BeginAsync(email, cancellationToken);
        var found = await memberships.FirstOrDefaultAsync(new CredentialsByEmail(email), cancellationToken) ?? Credentials.Nobodys;

        // How long the answer takes must not tell whether there is an account, a password or a locked door (OWASP ASVS 5.0, 6.3.8). So a password is
        // verified even where there is none or it would not help, and whoever is refused still comes as far as opening a session: as nobody, who has no account.
        var isRight = await passwords.VerifyAsync(request.Password!, found.PasswordHash, cancellationToken);
        var credentials = isRight && attempt.IsAllowed && found.PasswordHash is not null ? found : Credentials.Nobodys;
        try
        {
            return await OpenAsync(credentials, request.Password!, cancellationToken);
        }
        catch (AuthenticationError)
        {
            Enter(found);
            await sender.Send(new RecordFailedSignIn(found.UserId), cancellationToken);
            throw;
        }
    }

    private async Task<SignInResponse> OpenAsync(Credentials credentials, string password, CancellationToken cancellationToken)
    {
        Enter(credentials);
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

    // The least role, until Users has told the real one.
    private void Enter(Credentials credentials) => context.Enter(new Caller(credentials.UserId, credentials.OrganizationId, UserRole.Viewer));
}
