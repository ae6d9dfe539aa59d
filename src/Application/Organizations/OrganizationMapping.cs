using CleanApi.Domain.Organizations;
using Mapster;

namespace CleanApi.Application.Organizations;

/// <summary>Aggregate to response.</summary>
internal sealed class OrganizationMapping : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<Organization, OrganizationResponse>();
}
