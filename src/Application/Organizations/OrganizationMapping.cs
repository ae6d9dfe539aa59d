using CleanApi.Domain.Organizations;
using Mapster;

namespace CleanApi.Application.Organizations;

/// <summary>Maps the aggregate to its response.</summary>
internal sealed class OrganizationMapping : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<Organization, OrganizationResponse>();
}
