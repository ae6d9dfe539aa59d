using CleanApi.Application.Access;
using Mapster;

namespace CleanApi.WebApi.Access;

/// <summary>Maps the response to the resource.</summary>
internal sealed class PasskeyResourceMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<PasskeyResponse, PasskeyAttributes>();
        config.NewConfig<PasskeyResponse, PasskeyResource>()
            .Map(resource => resource.Type, _ => PasskeyResource.TypeName)
            .Map(resource => resource.Attributes, passkey => passkey);
    }
}
