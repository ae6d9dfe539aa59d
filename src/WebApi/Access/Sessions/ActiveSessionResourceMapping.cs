using CleanApi.Application.Access;
using Mapster;

namespace CleanApi.WebApi.Access;

/// <summary>Maps the response to the resource.</summary>
internal sealed class ActiveSessionResourceMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<ActiveSessionResponse, ActiveSessionAttributes>();
        config.NewConfig<ActiveSessionResponse, ActiveSessionResource>()
            .Map(resource => resource.Type, _ => ActiveSessionResource.TypeName)
            .Map(resource => resource.Attributes, session => session);
    }
}
