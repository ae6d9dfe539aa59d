using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Events;

/// <summary>Takes a place for a connection that will follow the caller's events: whoever may follow nothing has none.</summary>
[RequiresPermission(Permissions.EventsRead)]
[NoValidator("It takes nothing.")]
public sealed record OpenEventConnection : IQuery<ILiveCaller>;
