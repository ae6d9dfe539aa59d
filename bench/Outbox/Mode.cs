namespace CleanApi.Bench.Outbox;

/// <summary>Who gets the event of a command.</summary>
internal enum Mode
{
    /// <summary>The program's own handlers.</summary>
    Real,

    /// <summary>Nobody: the event is written, and no delivery.</summary>
    None,

    /// <summary>Three handlers whose deliveries are written, and which the script keeps from being handled.</summary>
    Written,

    /// <summary>Three handlers that do nothing.</summary>
    Handled,
}
