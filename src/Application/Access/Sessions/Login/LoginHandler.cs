using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LoginHandler(
    IReadRepository<Membership> memberships,
    IAccountStore accounts,
    IPasswordHasher passwords,
    ThrottledVerifier verifier,
    SessionCreator sessions,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context) : IRequestHandler<Login, SignInResponse>
{
    public async Task<SignInResponse> Handle(Login command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(command.Email!);
        // Before the attempt is counted: a request that is rejected with 503 is no failed sign-in.
        passwords.RequireCapacity();
        var candidates = Credentials.Of(await memberships.ListAsync(new CredentialsByEmailSpec(email), cancellationToken), command.OrganizationId);
        var found = candidates.Count > 0 ? candidates[0] : Credentials.None;
        // An unknown address belongs to no organization: the same is recorded of it, in the same time.
        audit.Attempt = (found == Credentials.None ? AuditTarget.Unknown : AuditTarget.Of(found.OrganizationId, found.UserId)) with { Subject = email.Value };
        return await verifier.RunAsync(
            found.LocalOrganizationId is null ? VerificationSubject.Of(email) : VerificationSubject.OfLocal(found.AccountId),
            () => VerifyAsync(candidates, found, command.Password!, cancellationToken),
            cancellationToken);
    }

    // The response time must not reveal whether there is an account or a password (OWASP ASVS 5.0, 6.3.8). So a password is verified in every case, and a wrong
    // one still goes on to lock an account, with a default id.
    [ComparesGuessedSecret]
    private async Task<SignInResponse> VerifyAsync(
        IReadOnlyList<Credentials> candidates, Credentials found, string password, CancellationToken cancellationToken)
    {
        var isProved = await passwords.VerifyAsync(password, found.PasswordHash, cancellationToken) && found.PasswordHash is not null;
        return await SignInOrder.FirstAsync(
            isProved ? candidates : [Credentials.None], one => RunAsAsync(one, () => SignInAsync(one, password, cancellationToken)));
    }

    private async Task<SignInResponse> SignInAsync(Credentials credentials, string password, CancellationToken cancellationToken)
    {
        var proof = new SignInProof(SignInMethod.Password, credentials.PasswordChangedAt);
        var response = await unitOfWork.ExecuteAsync(
            cancellation => sessions.CreateAsync(credentials.AccountId, proof, challengeToken: null, cancellation), cancellationToken);
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

    private Task<T> RunAsAsync<T>(Credentials credentials, Func<Task<T>> work) =>
        context.RunAsAsync(new SystemCaller(credentials.OrganizationId, credentials.UserId), work);
}
