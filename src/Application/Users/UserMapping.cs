using CleanApi.Domain.Users;
using Mapster;

namespace CleanApi.Application.Users;

/// <summary>Maps the aggregate to its response.</summary>
internal sealed class UserMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<User, UserResponse>().MapToConstructor(true).Ignore(response => response.Organization!);
        config.NewConfig<UpdateMe, UserPatch>().Ignore(patch => patch.Role);
    }
}
