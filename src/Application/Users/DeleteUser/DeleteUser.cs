using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

/// <summary>Removes a person from the organization and ends their sessions; the address is free again.</summary>
/// <param name="Id">Whom; not oneself.</param>
/// <param name="Expected">The versions that the caller has seen.</param>
[RequiresPermission(Permissions.UsersDelete)]
[Audited("user.deleted")]
[NoValidator("The id is parsed by its type.")]
[RunsSerializable("An organization always has an active administrator.")]
public sealed record DeleteUser(UserId Id, ExpectedVersion Expected = default) : ICommand<Unit>, IAboutUser;
