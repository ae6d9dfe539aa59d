using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RegisterExternallyHandler(IRepository<ExternalIdentity> identities, ISender sender, TimeProvider clock)
    : IRequestHandler<RegisterExternally, KnownIdentity>
{
    public async Task<KnownIdentity> Handle(RegisterExternally command, CancellationToken cancellationToken)
    {
        var (provider, person) = command;
        var email = person.VerifiedEmail!.Value;
        var name = NewcomerName.Of(person);
        var founded = await sender.Send(new FoundAccount(NewcomerName.OrganizationOf(name), name, email, PasswordHash: null), cancellationToken);
        var identity = ExternalIdentity.Link(founded.AccountId, provider, person.Issuer, person.Subject, email, clock.GetUtcNow());
        await identities.AddAsync(identity, cancellationToken);
        return new KnownIdentity(identity.Id, founded.AccountId, founded.UserId, founded.OrganizationId);
    }
}
