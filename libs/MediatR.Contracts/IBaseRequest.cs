// Stands in for the package MediatR.Contracts 2.0.1, which MediatR.dll 12.4.1 is compiled against, until the feed carries it.
// Its strong name is the genuine one's, by public signing with the public key of MediatR.dll.

namespace MediatR;

/// <summary>What every request is, whether or not it has a response.</summary>
public interface IBaseRequest;
