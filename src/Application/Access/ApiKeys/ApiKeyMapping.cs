using CleanApi.Domain.Access;
using Mapster;

namespace CleanApi.Application.Access;

/// <summary>Maps the aggregate to its response.</summary>
internal sealed class ApiKeyMapping : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config.NewConfig<ApiKey, ApiKeyResponse>().MapToConstructor(true).Ignore(response => response.Key!);
}
