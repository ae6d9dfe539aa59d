using CleanApi.Domain.Access;
using Mapster;

namespace CleanApi.Application.Access;

/// <summary>Maps the aggregate to its response. The handler adds what is not stored.</summary>
internal sealed class ActiveSessionMapping : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config.NewConfig<Session, ActiveSessionResponse>().MapToConstructor(true).Ignore(response => response.Device!).Ignore(response => response.Current);
}
