using CleanApi.Domain.Access;
using Mapster;

namespace CleanApi.Application.Access;

/// <summary>Maps the aggregate to its response.</summary>
internal sealed class PasskeyMapping : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config.NewConfig<Passkey, PasskeyResponse>().MapToConstructor(true).Ignore(response => response.RecoveryCodes!);
}
