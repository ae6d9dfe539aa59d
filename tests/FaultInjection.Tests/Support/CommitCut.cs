namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>When a connection is lost, seen from the commit of a transaction.</summary>
public enum CommitCut
{
    /// <summary>The server never gets the commit.</summary>
    BeforeTheServer,

    /// <summary>The server has committed, and the program never learns that.</summary>
    AfterTheServer,
}
