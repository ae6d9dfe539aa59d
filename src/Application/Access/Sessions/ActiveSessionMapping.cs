using CleanApi.Domain.Access;
using Mapster;

namespace CleanApi.Application.Access;

/// <summary>Aggregate to response. What is not stored is added by the handler.</summary>
internal sealed class ActiveSessionMapping : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config.NewConfig<Session, ActiveSessionResponse>().MapToConstructor(true).Ignore(response => response.Device!).Ignore(response => response.Current);
}
