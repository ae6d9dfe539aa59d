using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>One session, tracked.</summary>
internal sealed class SessionByIdSpec : SingleResultSpecification<Session>
{
    public SessionByIdSpec(SessionId id) => Query.Where(session => session.Id == id);
}
