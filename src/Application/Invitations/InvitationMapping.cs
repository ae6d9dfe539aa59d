using CleanApi.Domain.Invitations;
using Mapster;

namespace CleanApi.Application.Invitations;

/// <summary>Maps the aggregate to its response.</summary>
internal sealed class InvitationMapping : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config.NewConfig<Invitation, InvitationResponse>().MapToConstructor(true).Ignore(response => response.IsNew);
}
